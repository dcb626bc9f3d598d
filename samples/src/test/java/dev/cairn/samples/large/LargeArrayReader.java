package dev.cairn.samples.large;

import dev.cairn.datastore.Datastore;

/** Reads the array of the latest run of {@link LargeArray}, and prints what became of it. */
final class LargeArrayReader {
    private LargeArrayReader() {}

    /** Arguments: URL of the datastore. */
    public static void main(String[] arguments) {
        try (Datastore datastore = Datastore.of(arguments[0])) {
            LargeArrayArtifacts.End end = LargeArrayRun.latest(datastore).end();
            double[] values = end.values();
            System.out.println("length " + values.length);
            System.out.println("seen by the next task: " + text(end.difference()));
            System.out.println("seen by this process: " + text(end.content().difference(values, end.seed())));
        }
    }

    private static String text(int difference) {
        return difference < 0 ? "no difference" : "a difference at " + difference;
    }
}
