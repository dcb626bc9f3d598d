package dev.cairn.engine.temporal;

import dev.cairn.engine.RunRequest;
import java.util.Set;

/** Compares the code of a worker with that with which a run was started. Thread-safe. */
@FunctionalInterface
interface CodeComparison {
    /** By the fingerprints of both. */
    CodeComparison FINGERPRINTS = RunRequest::changedSteps;

    /** The steps whose code is another one; of a step whose code is not known on one side, nothing can be said. */
    Set<String> changedSteps(RunRequest<?> request);
}
