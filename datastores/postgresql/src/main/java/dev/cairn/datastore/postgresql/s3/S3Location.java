package dev.cairn.datastore.postgresql.s3;

import dev.cairn.datastore.DatastoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the objects of a datastore are. Immutable.
 *
 * @param bucket the bucket
 * @param prefix what the keys of all objects start with, without a slash at the end; may be empty
 * @param endpoint the address of the service; null for what the environment says, or that of AWS
 * @param region the region; null for what the environment says
 * @param pathStyle whether the bucket is part of the path of requests, and not of the host
 */
public record S3Location(
        String bucket,
        String prefix,
        @Nullable URI endpoint,
        @Nullable String region,
        boolean pathStyle) {
    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9!_.*'()-]+(/[A-Za-z0-9!_.*'()-]+)*");

    /**
     * Parses the parameters of a URL.
     *
     * @param blobs {@code s3://bucket/prefix}
     * @param endpoint a URL, or null
     * @param region a region, or null
     * @param pathStyle {@code true} or {@code false}; null for whether there is an endpoint
     * @return the place that they name
     * @throws DatastoreException if one of them is not valid
     */
    public static S3Location parse(
            String blobs, @Nullable String endpoint, @Nullable String region, @Nullable String pathStyle) {
        Matcher matcher = FORM.matcher(blobs);
        String prefix = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
        prefix = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        if (!matcher.matches() || !(prefix.isEmpty() || PREFIX.matcher(prefix).matches())) {
            throw new DatastoreException(
                    "`blobs=" + blobs
                            + "` does not name a bucket. Write it as `blobs=s3://bucket/prefix`, with the characters that S3 calls safe.");
        }
        if (pathStyle != null && !pathStyle.equals("true") && !pathStyle.equals("false")) {
            throw new DatastoreException("`pathStyle=" + pathStyle + "` must be `true` or `false`.");
        }
        return new S3Location(
                matcher.group(1),
                prefix,
                endpoint == null ? null : endpoint(endpoint),
                region,
                pathStyle == null ? endpoint != null : pathStyle.equals("true"));
    }

    private static URI endpoint(String text) {
        try {
            URI uri = new URI(text);
            boolean valid = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
            if (valid) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new DatastoreException(
                "the `endpoint` of the bucket is not the address of a service. Write it as `endpoint=https://host:port`.");
    }

    /** The key of something. */
    String key(String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** {@code s3://bucket/prefix}. */
    @Override
    public String toString() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
