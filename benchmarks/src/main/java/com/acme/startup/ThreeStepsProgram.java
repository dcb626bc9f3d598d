package com.acme.startup;

import dev.cairn.datastore.Datastore;

/** Runs {@link ThreeSteps} from code. */
final class ThreeStepsProgram {
    private ThreeStepsProgram() {}

    /** Arguments: the directory of the datastore. */
    public static void main(String[] args) {
        try (Datastore datastore = Datastore.of("file:" + args[0])) {
            int letters =
                    ThreeStepsRunner.builder().datastore(datastore).run().end().letters();
            BareProgram.require(letters);
        }
    }
}
