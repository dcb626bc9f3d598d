package dev.cairn.datastore.postgresql.s3;

import dev.cairn.datastore.DatastoreException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Finds out why the object store failed, and says so: what happened and where, and how to mend it. What the service answers beyond its
 * code is not repeated, since it may have parts of credentials in it. Immutable.
 *
 * @param location where the objects are
 */
record S3Failures(S3Location location) {
    static final int NOT_FOUND = 404;

    /** Whether there is no such object, or no such upload. */
    static boolean isMissing(SdkException failure) {
        return failure instanceof AwsServiceException answer
                && answer.statusCode() == NOT_FOUND
                && !code(answer).equals("NoSuchBucket");
    }

    private static String code(AwsServiceException answer) {
        return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                ? ""
                : answer.awsErrorDetails().errorCode();
    }

    /**
     * What to tell the user.
     *
     * @param what what was to be done with the bucket
     */
    DatastoreException of(SdkException failure, String what) {
        return new DatastoreException(
                failure instanceof AwsServiceException answer ? answered(answer, what) : unanswered(failure, what),
                failure);
    }

    private String answered(AwsServiceException answer, String what) {
        String code = code(answer);
        return switch (code) {
            case "NoSuchBucket" ->
                "there is no bucket `" + location.bucket() + "`" + service()
                        + ". Create it, or correct `blobs` in the URL of the datastore.";
            case "InvalidAccessKeyId",
                    "SignatureDoesNotMatch",
                    "ExpiredToken",
                    "InvalidToken",
                    "TokenRefreshRequired" ->
                "the object store" + service() + " does not accept the credentials (" + code
                        + "). Renew them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile in ~/.aws.";
            case "RequestTimeTooSkewed" ->
                "the object store" + service()
                        + " refuses requests because the clock of this machine is wrong. Set it, for example by NTP.";
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                "the bucket `" + location.bucket()
                        + "` is in another region. Name it with `region=NAME` in the URL of the datastore.";
            default -> byStatus(answer.statusCode(), code, what);
        };
    }

    private String byStatus(int status, String code, String what) {
        if (status == 403) {
            return "the credentials do not have the right to " + what + " in the bucket `" + location.bucket() + "`"
                    + service() + ". Grant the rights that docs/cloud.md lists.";
        }
        if (status == 301) {
            return "the bucket `" + location.bucket()
                    + "` is in another region. Name it with `region=NAME` in the URL of the datastore.";
        }
        String reason = "cannot " + what + " in `" + location + "`" + service() + ": it answered " + status
                + (code.isEmpty() ? "" : " (" + code + ")");
        return status >= 500
                ? reason + ", also when asked again. Wait until the service is well, then resume the run."
                : reason + ". Check `blobs` and `endpoint` in the URL of the datastore.";
    }

    private String unanswered(SdkException failure, String what) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("load credentials")) {
            return "there are no credentials for the bucket `" + location.bucket()
                    + "`. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile of ~/.aws with AWS_PROFILE.";
        }
        UnknownHostException host = caused(failure, UnknownHostException.class);
        if (host != null) {
            return "cannot reach the object store" + service()
                    + ": there is no such host. Check `endpoint` and `region` in the URL of the datastore.";
        }
        if (caused(failure, SSLException.class) != null) {
            return "cannot reach the object store" + service()
                    + ": its certificate is not trusted. Import the certificate of its authority into the trust store of Java"
                    + " (`keytool -importcert -cacerts`), or name another one with -Djavax.net.ssl.trustStore.";
        }
        if (caused(failure, ConnectException.class) != null) {
            return "cannot reach the object store" + service()
                    + ": nothing listens there. Check `endpoint` in the URL of the datastore, and that the service runs.";
        }
        boolean late = failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException;
        return "cannot " + what + " in `" + location + "`" + service() + ": "
                + (late ? "it does not respond" : "the connection is lost")
                + ". Check the service and the network, then resume the run.";
    }

    private String service() {
        return location.endpoint() == null ? "" : " at " + location.endpoint();
    }

    private static <T extends Throwable> @Nullable T caused(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
