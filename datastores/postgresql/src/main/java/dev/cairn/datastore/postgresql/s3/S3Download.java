package dev.cairn.datastore.postgresql.s3;

import dev.cairn.datastore.postgresql.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads an object. If the connection breaks, it goes on where it was, as long as each connection brings something. An object never
 * changes, and whoever reads it verifies all of it. For one thread.
 */
final class S3Download extends InputStream {
    private static final int MOST_IN_VAIN = 5;

    private final S3Bucket bucket;
    private final String name;
    private final byte[] single = new byte[1];
    private final long size;
    private @Nullable ResponseInputStream<GetObjectResponse> stream;
    private long position;
    private int inVain;

    private S3Download(S3Bucket bucket, String name, ResponseInputStream<GetObjectResponse> stream) {
        this.bucket = bucket;
        this.name = name;
        this.stream = stream;
        this.size = stream.response().contentLength();
    }

    /** The bytes of an object; empty if there is none. */
    static Optional<ObjectStore.Content> open(S3Bucket bucket, String name) {
        return request(bucket, name, 0)
                .map(stream -> new S3Download(bucket, name, stream))
                .map(download -> new ObjectStore.Content(download, download.size));
    }

    private static Optional<ResponseInputStream<GetObjectResponse>> request(
            S3Bucket bucket, String name, long position) {
        return bucket.find(
                "read objects",
                client -> client.getObject(
                        request -> request.bucket(bucket.location().bucket())
                                .key(name)
                                .range(position == 0 ? null : "bytes=" + position + "-")));
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            try {
                int count = position == size ? -1 : connected().read(bytes, offset, length);
                if (count < 0 && position < size) {
                    throw new IOException("its object ends after " + position + " of " + size + " bytes");
                }
                position += Math.max(0, count);
                inVain = count > 0 ? 0 : inVain;
                return count;
            } catch (IOException | SdkException e) {
                disconnect();
                if (++inVain == MOST_IN_VAIN) {
                    throw new IOException("the connection to its object breaks again and again", e);
                }
            }
        }
    }

    private ResponseInputStream<GetObjectResponse> connected() throws IOException {
        if (stream == null) {
            stream = request(bucket, name, position)
                    .orElseThrow(() -> new IOException("its object was deleted while it was read"));
        }
        return stream;
    }

    private void disconnect() {
        if (stream != null) {
            stream.abort();
            stream = null;
        }
    }

    /** Does not wait for what nobody wants to read any more. */
    @Override
    public void close() {
        disconnect();
    }
}
