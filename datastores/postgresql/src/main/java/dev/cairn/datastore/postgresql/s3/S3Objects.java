package dev.cairn.datastore.postgresql.s3;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.object.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in a bucket, as {@code prefix/objects/KEY}. Beside them is {@code prefix/cairn-store}, with the id of the datastore to which the
 * prefix belongs. Thread-safe.
 */
public final class S3Objects implements ObjectStore {
    private static final String MARKER = "cairn-store";
    private static final String OBJECTS = "objects/";
    private static final int MOST_DELETED = 1000;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Bucket bucket;

    private S3Objects(S3Bucket bucket) {
        this.bucket = bucket;
    }

    /**
     * Objects in a place. Nothing is asked for yet.
     *
     * @param location the bucket, and the prefix in it
     * @param patience how long to wait for the service
     * @return the objects there
     * @throws DatastoreException if nothing says in which region it is
     */
    public static S3Objects of(S3Location location, S3Patience patience) {
        return new S3Objects(new S3Bucket(location, patience));
    }

    /** For tests: in a bucket with other credentials. */
    static S3Objects of(S3Bucket bucket) {
        return new S3Objects(bucket);
    }

    /**
     * Takes the prefix for a new datastore.
     *
     * @param store the id of the datastore
     * @throws DatastoreException if it belongs to another one
     */
    public void claim(String store) {
        if (!isClaimed(store) && !owner().equals(Optional.of(store))) { // the first answer may have been lost
            throw inUse();
        }
    }

    /** Whether the service says that it has taken the marker. One that refuses it may close the connection before it has read it, and said so. */
    private boolean isClaimed(String store) {
        try {
            return putMarker(store);
        } catch (DatastoreException e) {
            if (e.getCause() instanceof SdkClientException && hasOwner()) {
                return false;
            }
            throw e;
        }
    }

    private boolean hasOwner() {
        try {
            return owner().isPresent();
        } catch (DatastoreException e) {
            return false; // the first failure is what the user has to hear of
        }
    }

    private boolean putMarker(String store) {
        return bucket.ask("write objects", client -> {
            try {
                client.putObject(
                        request -> request.bucket(bucket.location().bucket())
                                .key(bucket.location().key(MARKER))
                                .ifNoneMatch("*"),
                        RequestBody.fromString(store));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Gives back a prefix that was taken for a datastore which then could not be created. */
    public void unclaim() {
        bucket.ask(
                "delete objects",
                client -> client.deleteObject(
                        request -> request.bucket(bucket.location().bucket())
                                .key(bucket.location().key(MARKER))));
    }

    /**
     * Checks that the prefix belongs to a datastore.
     *
     * @param store the id of the datastore
     * @throws DatastoreException if it does not
     */
    public void requireOwner(String store) {
        Optional<String> owner = owner();
        if (owner.isEmpty()) {
            throw new DatastoreException(
                    "`" + bucket.location()
                            + "` does not have the objects of this datastore. Check `endpoint` in its URL, or restore the bucket.");
        }
        if (!owner.get().equals(store)) {
            throw inUse();
        }
    }

    private DatastoreException inUse() {
        return new DatastoreException(
                "`" + bucket.location()
                        + "` belongs to another datastore. Name another prefix, or, if that datastore is gone, delete what is in it.");
    }

    private Optional<String> owner() {
        return bucket.find(
                "read objects",
                client -> client.getObjectAsBytes(
                                request -> request.bucket(bucket.location().bucket())
                                        .key(bucket.location().key(MARKER)))
                        .asString(StandardCharsets.UTF_8));
    }

    private String name(String key) {
        return bucket.location().key(OBJECTS + key);
    }

    @Override
    public Upload upload() {
        String key = UUID.randomUUID().toString();
        return new S3Upload(bucket, key, name(key));
    }

    @Override
    public Optional<Content> open(String key) {
        return S3Download.open(bucket, name(key));
    }

    @Override
    public OptionalLong size(String key) {
        Optional<HeadObjectResponse> found = bucket.find(
                "read objects",
                client -> client.headObject(
                        request -> request.bucket(bucket.location().bucket()).key(name(key))));
        return found.isPresent() ? OptionalLong.of(found.get().contentLength()) : OptionalLong.empty();
    }

    @Override
    public void delete(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MOST_DELETED) {
            List<ObjectIdentifier> some = all.subList(from, Math.min(all.size(), from + MOST_DELETED)).stream()
                    .map(key -> ObjectIdentifier.builder().key(name(key)).build())
                    .toList();
            DeleteObjectsResponse answer = bucket.ask(
                    "delete objects",
                    client -> client.deleteObjects(
                            request -> request.bucket(bucket.location().bucket())
                                    .delete(delete -> delete.objects(some).quiet(true))));
            if (answer.hasErrors() && !answer.errors().isEmpty()) {
                throw new DatastoreException(answer.errors().size() + " objects in `" + bucket.location()
                        + "` cannot be deleted (" + answer.errors().get(0).code()
                        + "). Grant the rights that docs/cloud.md lists, then collect garbage again.");
            }
        }
    }

    @Override
    public void listOlderThan(Instant time, Consumer<Collection<String>> found) {
        abortOlderThan(time);
        String start = name("");
        String next = null;
        do {
            String token = next;
            ListObjectsV2Response page = bucket.ask(
                    "list objects",
                    client -> client.listObjectsV2(
                            request -> request.bucket(bucket.location().bucket())
                                    .prefix(start)
                                    .continuationToken(token)));
            List<String> old = new ArrayList<>();
            for (S3Object object : page.contents()) {
                if (object.lastModified().isBefore(time)) {
                    old.add(object.key().substring(start.length()));
                }
            }
            if (!old.isEmpty()) {
                found.accept(old);
            }
            next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (next != null);
    }

    private void abortOlderThan(Instant time) {
        ListMultipartUploadsResponse last =
                ListMultipartUploadsResponse.builder().build();
        do {
            last = uploadsAfter(last.nextKeyMarker(), last.nextUploadIdMarker());
            for (MultipartUpload upload : last.uploads()) {
                if (upload.initiated() != null && upload.initiated().isBefore(time)) {
                    abort(upload);
                }
            }
        } while (Boolean.TRUE.equals(last.isTruncated()) && last.nextKeyMarker() != null);
    }

    private ListMultipartUploadsResponse uploadsAfter(@Nullable String key, @Nullable String id) {
        return bucket.ask(
                "list uploads",
                client -> client.listMultipartUploads(
                        request -> request.bucket(bucket.location().bucket())
                                .prefix(name(""))
                                .keyMarker(key)
                                .uploadIdMarker(id)));
    }

    private void abort(MultipartUpload upload) {
        bucket.find(
                "abort uploads",
                client -> client.abortMultipartUpload(
                        request -> request.bucket(bucket.location().bucket())
                                .key(upload.key())
                                .uploadId(upload.uploadId())));
    }

    @Override
    public void close() {
        bucket.close();
    }
}
