import { sizes } from './parameters.mjs';
import { placeNames, smallPlaces } from './names.mjs';
import { drawWhole, randomStream, shuffled } from './random.mjs';

const two = (number) => String(number).padStart(2, '0');
const cityDepartments = ['营销部', '运维检修部', '人力资源部', '客户服务中心', '综合办公室'];
const countyDepartments = ['综合部', '营销部'];

const openedOn = (random, from, until) => `${drawWhole(random, from, until)}-${two(drawWhole(random, 1, 12))}-01`;

/**
 * The tree from the top: units `{ code, name, parent, type, level, openedOn }` in the order of the tree, and the
 * halls `{ unit, staff }`.
 */
export function drawOrganisation(size, seed) {
  const tree = new Tree(size, seed);
  tree.grow();
  return { units: tree.units, halls: tree.halls, counties: tree.counties };
}

class Tree {
  units = [];
  halls = [];
  counties = 0;

  constructor(size, seed) {
    this.size = size;
    this.plan = sizes[size];
    this.random = randomStream(seed, 'organisation');
    this.cityNames = placeNames(this.random);
    this.places = placeNames(this.random);
    this.staffDeck = [];
  }

  add(code, name, parent, type, openedYears, level = '') {
    const unit = { code, name, parent, type, level, openedOn: openedYears ? openedOn(this.random, ...openedYears) : '' };
    this.units.push(unit);
    return unit;
  }

  grow() {
    const { companies, cities } = this.plan;
    if (companies === 0 && cities === 1) this.addCity('C01', '', this.size === 'small' ? smallPlaces.city : this.cityNames.pop());
    else if (companies === 0) this.addCompany('P01', '', '云泽省供电公司');
    else {
      this.add('G', '华衡供电集团公司', '', 'company', [1995, 2000]);
      for (let company = 1; company <= companies; company++) this.addCompany(`P${two(company)}`, 'G', `${this.cityNames.pop()}省供电公司`);
    }
  }

  addCompany(code, parent, name) {
    this.add(code, name, parent, 'company', [1996, 2002]);
    for (let city = 1; city <= this.plan.cities; city++) this.addCity(`${code}-C${two(city)}`, code, this.cityNames.pop());
  }

  addCity(code, parent, place) {
    this.add(code, `${place}市供电公司`, parent, 'city', [1998, 2004]);
    const names = shuffled(this.random, this.places);
    for (let county = 1; county <= this.plan.counties; county++) {
      const name = this.size === 'small' ? smallPlaces.counties[county - 1] : `${names.pop()}县`;
      this.addCounty(`${code}-X${county}`, code, place, name);
    }
    cityDepartments.forEach((name, at) => this.add(`${code}-D${at + 1}`, this.size === 'small' ? name : `${place}${name}`, code, 'department', [1998, 2010]));
  }

  addCounty(code, parent, city, name) {
    this.add(code, `${this.size === 'small' ? '' : city}${name}供电公司`, parent, 'county', [2000, 2006]);
    const names = this.size === 'small' ? smallPlaces.halls.slice(this.counties * 10).reverse() : shuffled(this.random, this.places);
    for (let hall = 1; hall <= this.plan.halls; hall++) {
      // A hotline names halls, so no two halls may bear one name.
      const full = this.size === 'small' ? names.pop() : `${city}${name.slice(0, 2)}${names.pop()}`;
      this.addHall(`${code}-Y${two(hall)}`, code, `${full}营业厅`);
    }
    countyDepartments.forEach((department, at) => this.add(`${code}-D${at + 1}`, `${this.size === 'small' ? '' : city}${name}${department}`, code, 'department', [2001, 2012]));
    this.counties++;
  }

  addHall(code, parent, name) {
    const staff = this.dealStaff();
    const unit = this.add(code, name, parent, 'hall', [2005, 2021], staff >= 13 ? 'A' : staff >= 9 ? 'B' : 'C');
    this.halls.push({ unit, staff });
  }

  /** 6 to 14, each as often as the others: the small world has exactly 400. */
  dealStaff() {
    if (!this.staffDeck.length) this.staffDeck = shuffled(this.random, [6, 7, 8, 9, 10, 11, 12, 13, 14, 10]);
    return this.staffDeck.pop();
  }
}
