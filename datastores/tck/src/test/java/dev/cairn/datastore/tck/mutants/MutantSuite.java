package dev.cairn.datastore.tck.mutants;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.tck.DatastoreConformance;
import dev.cairn.datastore.tck.Lifetime;

/** The suite, for one mutant: not found by the build, but run by {@link MutantsTest}. */
class MutantSuite extends DatastoreConformance {
    /** The mutant; tests run one after the other. */
    static Mutant mutant = Mutant.NONE;

    private final SharedMemory memory = new SharedMemory();
    private final Mutant.Change change = mutant.change().apply(memory);

    @Override
    protected String newUrl() {
        return "memory:";
    }

    @Override
    protected Lifetime lifetime() {
        return Lifetime.PROCESS;
    }

    @Override
    protected Datastore open(String url) {
        return memory.open(mutant.change());
    }

    @Override
    public boolean exists(String url) {
        return change.exists(memory.exists());
    }

    @Override
    protected boolean damage(String url, Address blob) {
        memory.damage(blob);
        return true;
    }
}
