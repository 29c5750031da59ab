import { useAction, useNotice } from '@skillhall/ui/form';
import { usePhrases } from '@skillhall/ui/i18n';
import { Field } from '@skillhall/ui/pieces';
import { Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { categoryOptions, type Category, type CategoryTree } from './categories.js';
import { createMutation, mergeMutation, moveMutation, removeMutation, renameMutation } from './category-documents.js';
import { categoryPhrases } from './category-phrases.js';
import styles from './list.module.css';

export interface CategoryDeed {
  readonly kind: 'create' | 'add' | 'rename' | 'move' | 'merge' | 'remove';
  readonly category?: Category;
  readonly unit: { readonly id: string; readonly name: string } | undefined;
}

interface DialogProps {
  readonly deed: CategoryDeed;
  readonly trees: readonly CategoryTree[];
  readonly onClose: () => void;
  /** The category is no longer there. */
  readonly onGone: () => void;
}

const last = 100_000;

/** What can be done to the trees, each as one call. */
function useDeeds() {
  const [create, creating] = useAction(createMutation, (data) => data.createQuestionCategory);
  const [rename, renaming] = useAction(renameMutation, (data) => data.renameQuestionCategory);
  const [move, moving] = useAction(moveMutation, (data) => data.moveQuestionCategory);
  const [merge, merging] = useAction(mergeMutation, (data) => data.mergeQuestionCategories);
  const [remove, removing] = useAction(removeMutation, (data) => data.removeQuestionCategory);
  const run = ({ kind, category, unit }: CategoryDeed, name: string, other: string | undefined) => {
    if (kind === 'create' || kind === 'add') return create({ unitId: unit!.id, name, parentId: category?.id ?? null });
    if (kind === 'rename') return rename({ id: category!.id, name });
    if (kind === 'move') return move({ id: category!.id, parentId: other ?? null, position: last });
    return kind === 'merge' ? merge({ id: category!.id, intoId: other! }) : remove({ id: category!.id });
  };
  return { run, create, running: creating || renaming || moving || merging || removing };
}

/** One question about a category, asked in a box; removing one that turns out empty can be undone for a while. */
export function CategoryDialog({ deed, trees, onClose, onGone }: DialogProps): ReactNode {
  const t = usePhrases(categoryPhrases);
  const notice = useNotice();
  const id = useId();
  const { kind, category, unit } = deed;
  const { run, create, running } = useDeeds();
  const [name, setName] = useState(kind === 'rename' ? category!.name : '');
  const [other, setOther] = useState<string | undefined>(undefined);
  const named = kind === 'create' || kind === 'add' || kind === 'rename';
  const ready = named ? name.trim() !== '' : kind !== 'merge' || other !== undefined;
  const confirm = async () => {
    if (!(await run(deed, name.trim(), other))) return;
    if (kind === 'merge' || kind === 'remove') onGone();
    if (kind === 'remove') notice.removed(t('removed', { name: category!.name }), () => create({ unitId: unit!.id, name: category!.name, parentId: category!.parentId }));
    else notice.done(t('done'));
    onClose();
  };
  const options = category ? categoryOptions(trees, { unitId: unit?.id, without: category.id }) : [];
  return (
    <Modal open title={category ? `${t(kind)}：${category.name}` : t(kind)} okText={t(kind)} okButtonProps={{ disabled: !ready, danger: kind === 'remove' }} confirmLoading={running} onOk={() => void confirm()} onCancel={onClose}>
      <div className={styles['dialog']}>
        {unit && (kind === 'create' || kind === 'add') && <p>{t('inUnit', { unit: unit.name })}</p>}
        {named && <Field label={t('name')} value={name} maxLength={60} autoFocus onChange={(event) => setName(event.target.value)} />}
        {kind === 'merge' && <p>{t('mergeText', { name: category!.name })}</p>}
        {(kind === 'move' || kind === 'merge') && (
          <>
            <label htmlFor={id}>{t(kind === 'move' ? 'under' : 'into')}</label>
            <Select id={id} value={other ?? (kind === 'move' ? '' : null)} showSearch={{ optionFilterProp: 'label' }} options={kind === 'move' ? [{ value: '', label: t('top') }, ...options] : options} onChange={(value: string) => setOther(value || undefined)} />
          </>
        )}
      </div>
    </Modal>
  );
}
