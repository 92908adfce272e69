// Processor time of comparing what a role can do before and after one change, role by role: of the roles in a folder, or of made ones.
// Build first. Usage: node bench/access.mjs [DIR] [ROUNDS]
import { roleChanges } from '../dist/facts/access/role-changes.js';
import { madeRoles, mutated, randomFrom, rolesIn, sidesOf } from './access-pairs.mjs';

const [directory, rounds = '3'] = process.argv.slice(2);
const roles = directory === undefined ? madeRoles(500, 15) : await rolesIn(directory);
const random = randomFrom(15);
const measured = [];
for (let round = 0; round < Number(rounds); round += 1) {
  for (const role of roles) {
    const { what, documents } = mutated(role, random);
    const [base, head] = sidesOf(role, documents);
    const before = process.cpuUsage();
    const changes = roleChanges(base, head);
    const { user, system } = process.cpuUsage(before);
    measured.push({ time: (user + system) / 1_000, what, name: role.name, told: changes.length });
  }
}
measured.sort((one, other) => one.time - other.time);
const at = (share) => measured[Math.min(measured.length - 1, Math.floor(share * measured.length))]?.time.toFixed(1);
console.log(
  `${roles.length} roles, ${measured.length} changes: median ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`,
);
for (const { time, what, name, told } of measured.slice(-8).reverse())
  console.log(`  ${time.toFixed(0)} ms  ${what}: ${name} (${told} told)`);
