import { documentText, graphql } from './document.js';
import '../session/viewer.js';
import '../desk/unit.js';

describe('a document', () => {
  it('is sent with every fragment it spreads, once each', () => {
    const text = documentText('query A { viewer { ...ViewerFields } other: viewer { ...ViewerFields } }');
    expect(text.match(/fragment ViewerFields on Viewer/g)).toHaveLength(1);
  });

  it('takes along the fragments of its fragments, and leaves type conditions alone', () => {
    const text = documentText('query B { myUnits { ...Place } node { ... on Unit { id } } }');
    expect(text).toContain('fragment Place on Unit');
    expect(text).not.toContain('fragment on');
  });

  it('says which component must be imported when a fragment is not known', () => {
    expect(() => documentText('query C { a { ...Unheard } }')).toThrow('fragment Unheard is not loaded');
  });

  it('is the text it was written as', () => {
    const source = `
  query Viewer {
    viewer {
      ...ViewerFields
    }
  }
`;
    expect(graphql(source).source).toBe(source);
  });
});
