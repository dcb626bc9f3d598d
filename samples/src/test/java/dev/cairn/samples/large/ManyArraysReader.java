package dev.cairn.samples.large;

import dev.cairn.datastore.Datastore;

/** Reads the arrays of the latest run of {@link ManyArrays}, and prints what became of them. */
final class ManyArraysReader {
    private ManyArraysReader() {}

    /** Arguments: URL of the datastore. */
    public static void main(String[] arguments) {
        try (Datastore datastore = Datastore.of(arguments[0])) {
            ManyArraysArtifacts.End end = ManyArraysRun.latest(datastore).end();
            byte[][] arrays = end.arrays();
            System.out.println("arrays " + arrays.length);
            System.out.println("seen by the next task: " + end.differences());
            System.out.println("seen by this process: " + ManyArrays.differences(arrays, end.seed()));
        }
    }
}
