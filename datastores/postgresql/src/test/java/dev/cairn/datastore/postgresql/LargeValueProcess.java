package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

/** Another process: stores a large value that it never has in memory, and reads it back. */
final class LargeValueProcess {
    private static final int MEGABYTE = 1 << 20;

    private LargeValueProcess() {}

    /** Arguments: URL of the datastore, megabytes. Prints what it has read. */
    public static void main(String[] arguments) throws IOException {
        int megabytes = Integer.parseInt(arguments[1]);
        try (Datastore datastore = Datastore.of(arguments[0])) {
            Random written = new Random(megabytes);
            byte[] piece = new byte[MEGABYTE];
            BlobInfo blob = datastore.blobs().put(output -> {
                for (int i = 0; i < megabytes; i++) {
                    written.nextBytes(piece);
                    output.write(piece);
                }
            });
            Random expected = new Random(megabytes);
            int equal = 0;
            try (InputStream stream = datastore.blobs().open(blob.address())) {
                for (int i = 0; i < megabytes; i++) {
                    expected.nextBytes(piece);
                    equal += Arrays.equals(stream.readNBytes(MEGABYTE), piece) ? 1 : 0;
                }
                System.out.println(equal + " MB equal, " + stream.readAllBytes().length + " more");
            }
        }
    }
}
