package dev.cairn.datastore.tck.mutants;

/** What the mutants are made from breaks no promise: so a mutant fails for what it changes. */
class SharedMemoryTest extends MutantSuite {}
