// A worker of jest says FORCE_COLOR wherever its own output may be coloured, and a CI service says CI.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';
