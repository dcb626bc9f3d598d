package dev.cairn.datastore.postgresql.s3;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.object.ObjectStore;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Stores an object: one that is small by one request, a larger one in parts, of which one at a time is in memory. The service gets the
 * SHA-256 of what it is sent, and refuses what has another one, if it knows how to. Not thread-safe.
 */
final class S3Upload implements ObjectStore.Upload {
    /** S3 takes parts of 5 MiB or more. */
    private static final int FIRST_PART = 8 << 20;

    /** After so many parts the next ones are twice as large: so 64 MiB are enough for 300 GB. */
    private static final int PARTS_OF_A_SIZE = 2500;

    private static final int MOST_PARTS = 10_000;

    private final S3Bucket bucket;
    private final String key;
    private final String name;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] part = new byte[64 * 1024];
    private int length;
    private long size;
    private @Nullable String upload;

    S3Upload(S3Bucket bucket, String key, String name) {
        this.bucket = bucket;
        this.key = key;
        this.name = name;
    }

    private int partSize() {
        return FIRST_PART << Math.min(3, parts.size() / PARTS_OF_A_SIZE);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        for (int from = offset; from < offset + count; ) {
            if (length == partSize()) { // not before more comes: what fits into one part is one request
                storePart();
            }
            int taken = Math.min(partSize() - length, offset + count - from);
            reserve(length + taken);
            System.arraycopy(bytes, from, part, length, taken);
            length += taken;
            from += taken;
        }
    }

    private void reserve(int needed) {
        if (part.length < needed) {
            byte[] larger = new byte[Math.min(partSize(), Math.max(needed, 2 * part.length))];
            System.arraycopy(part, 0, larger, 0, length);
            part = larger;
        }
    }

    private static String sha256(byte[] bytes, int length) {
        MessageDigest digest = Address.newDigest();
        digest.update(bytes, 0, length);
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private RequestBody body() {
        return RequestBody.fromRemainingByteBuffer(ByteBuffer.wrap(part, 0, length));
    }

    private void storePart() {
        String id = upload;
        if (id == null) {
            id = bucket.ask(
                            "write objects",
                            client -> client.createMultipartUpload(
                                    request -> request.bucket(bucket.location().bucket())
                                            .key(name)
                                            .checksumAlgorithm(ChecksumAlgorithm.SHA256)))
                    .uploadId();
            upload = id;
        }
        int number = parts.size() + 1;
        if (number > MOST_PARTS) {
            throw new DatastoreException("a value of more than " + (size >> 30) + " GB cannot be stored in `"
                    + bucket.location() + "`. Split it into several.");
        }
        String of = id;
        String checksum = sha256(part, length);
        String tag = bucket.ask(
                        "write objects",
                        client -> client.uploadPart(
                                request -> request.bucket(bucket.location().bucket())
                                        .key(name)
                                        .uploadId(of)
                                        .partNumber(number)
                                        .checksumSHA256(checksum),
                                body()))
                .eTag();
        parts.add(CompletedPart.builder()
                .partNumber(number)
                .eTag(tag)
                .checksumSHA256(checksum)
                .build());
        size += length;
        length = 0;
    }

    @Override
    public String finish() {
        if (upload == null) {
            String checksum = sha256(part, length);
            bucket.ask(
                    "write objects",
                    client -> client.putObject(
                            request -> request.bucket(bucket.location().bucket())
                                    .key(name)
                                    .checksumSHA256(checksum),
                            body()));
        } else {
            storePart();
            complete(upload);
        }
        return key;
    }

    /** If the answer was lost, the upload is not there any more when it is completed again, but the object is. */
    private void complete(String id) {
        boolean completed = bucket.complete(
                        "write objects",
                        client -> client.completeMultipartUpload(
                                request -> request.bucket(bucket.location().bucket())
                                        .key(name)
                                        .uploadId(id)
                                        .multipartUpload(all -> all.parts(parts))))
                .isPresent();
        if (!completed) {
            Optional<HeadObjectResponse> object = bucket.find(
                    "read objects",
                    client -> client.headObject(request ->
                            request.bucket(bucket.location().bucket()).key(name)));
            if (object.isEmpty() || object.get().contentLength() != size) {
                throw new DatastoreException("the upload of a large value into `" + bucket.location()
                        + "` was removed before it was complete. Check the rules by which the bucket removes uploads,"
                        + " then resume the run.");
            }
        }
    }

    @Override
    public void abandon() {
        String id = upload;
        if (id == null) {
            return;
        }
        try {
            bucket.find(
                    "abort uploads",
                    client -> client.abortMultipartUpload(request ->
                            request.bucket(bucket.location().bucket()).key(name).uploadId(id)));
        } catch (DatastoreException e) {
            // a sweep will find it
        }
    }
}
