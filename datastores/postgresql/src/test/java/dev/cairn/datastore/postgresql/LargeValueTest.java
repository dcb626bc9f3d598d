package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A value that is larger than the heap of the process that stores and reads it, in a bucket and in the database. {@code
 * -Dlarge.value.megabytes=2048} is its full size; the bucket is in the memory of this process.
 */
class LargeValueTest {
    private static final int MEGABYTES = Integer.getInteger("large.value.megabytes", 150);
    private static final int LARGEST_IN_DATABASE = (int) (TableObjects.LARGEST >> 20);

    private static String read(String url, int megabytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Djava.util.logging.config.file=src/test/resources/logging.properties",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeValueProcess.class.getName(),
                        url,
                        String.valueOf(megabytes))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }

    @Test
    void inABucket() throws Exception {
        String url = PostgresqlServer.shared().newUrl()
                + S3Server.shared().parameters(S3Server.shared().newPrefix());
        assertThat(read(url, MEGABYTES)).isEqualTo(MEGABYTES + " MB equal, 0 more");
    }

    @Test
    void inTheDatabase() throws Exception {
        int megabytes = Math.min(MEGABYTES, LARGEST_IN_DATABASE);
        assertThat(read(PostgresqlServer.shared().newUrl(), megabytes)).isEqualTo(megabytes + " MB equal, 0 more");
    }
}
