package dev.cairn.samples.large;

import dev.cairn.datastore.Datastore;
import java.io.IOException;
import java.io.InputStream;

/** Reads the file of the latest run of {@link LargeFile}, and prints what became of it. */
final class LargeFileReader {
    private LargeFileReader() {}

    /** Arguments: URL of the datastore. */
    public static void main(String[] arguments) throws IOException {
        try (Datastore datastore = Datastore.of(arguments[0])) {
            LargeFileRun run = LargeFileRun.latest(datastore);
            LargeFileArtifacts.End end = run.end();
            System.out.println("bytes " + run.run().files().size(LargeFile.KEY));
            System.out.println("seen by the next task: " + end.differences());
            try (InputStream stream = run.run().files().open(LargeFile.KEY)) {
                System.out.println(
                        "seen by this process: " + LargeFile.differences(stream, end.megabytes(), end.seed()));
            }
        }
    }
}
