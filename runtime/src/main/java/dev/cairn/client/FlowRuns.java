package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.DefaultDatastore;
import dev.cairn.runtime.FlowDefinition;
import java.util.stream.Stream;

/** The runs of one flow, newest first. Immutable and thread-safe; it shows what is stored when it is asked. */
public final class FlowRuns {
    /** The runs of a compiled flow on the default datastore, for generated code. */
    public static FlowRuns of(FlowDefinition<?> definition) {
        return of(definition, DefaultDatastore.open());
    }

    /** The runs of a compiled flow, for generated code. */
    public static FlowRuns of(FlowDefinition<?> definition, Datastore datastore) {
        throw new UnsupportedOperationException();
    }

    /** @throws NoSuchRunException if there is none */
    public Run latest() {
        throw new UnsupportedOperationException();
    }

    /** @throws NoSuchRunException if there is none */
    public Run latestSuccessful() {
        throw new UnsupportedOperationException();
    }

    /** @throws NoSuchRunException if there is no run of this id */
    public Run run(String id) {
        throw new UnsupportedOperationException();
    }

    /** The runs that have a tag. */
    public FlowRuns tag(String tag) {
        throw new UnsupportedOperationException();
    }

    /** The runs, newest first. To be closed. */
    public Stream<Run> stream() {
        throw new UnsupportedOperationException();
    }
}
