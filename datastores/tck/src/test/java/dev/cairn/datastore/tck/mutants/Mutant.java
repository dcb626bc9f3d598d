package dev.cairn.datastore.tck.mutants;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Runs;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A datastore that breaks one promise.
 *
 * @param name what it does
 * @param caughtBy the test of the suite that has to fail
 * @param change how it is made; asked for each instance that is opened
 */
record Mutant(String name, String caughtBy, Function<SharedMemory, Change> change) {
    /** What is different from a datastore that breaks no promise: by default nothing. */
    interface Change {
        default Runs runs(Runs runs) {
            return runs;
        }

        default Blobs blobs(Blobs blobs) {
            return blobs;
        }

        default int inlineLimit(int limit) {
            return limit;
        }

        default boolean refusesWhenClosed(String method) {
            return true;
        }

        default void closing(boolean again) {}

        default boolean exists(boolean opened) {
            return opened;
        }
    }

    /** None. */
    static final Mutant NONE = of("changes nothing", "", new Change() {});

    static Mutant of(String name, String caughtBy, Change change) {
        return new Mutant(name, caughtBy, store -> change);
    }

    static Mutant ofRuns(String name, String caughtBy, UnaryOperator<Runs> change) {
        return of(name, caughtBy, new Change() {
            @Override
            public Runs runs(Runs runs) {
                return change.apply(runs);
            }
        });
    }

    static Mutant ofBlobs(String name, String caughtBy, UnaryOperator<Blobs> change) {
        return of(name, caughtBy, new Change() {
            @Override
            public Blobs blobs(Blobs blobs) {
                return change.apply(blobs);
            }
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
