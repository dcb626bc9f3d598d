package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.DatastoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL of this kind of datastore: {@code postgresql://[user@]host[:port][,host[:port]]/database[?parameter=value&..]}. Immutable.
 *
 * @param text the whole URL, which has no password in it
 * @param user who connects, or null for the default of the driver
 * @param hosts where the server is; the first one that is no standby is used
 * @param database the name of the database
 * @param parameters what stands behind the question mark
 */
record StoreUrl(String text, @Nullable String user, List<Host> hosts, String database, Map<String, String> parameters) {
    static final String SCHEME = "postgresql";
    static final String SCHEMA = "schema";
    static final String BLOBS = "blobs";
    static final String ENDPOINT = "endpoint";
    static final String REGION = "region";
    static final String PATH_STYLE = "pathStyle";

    /** What PostgreSQL is told about encryption; the names are those of its own tools. */
    static final List<String> ENCRYPTION = List.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    private static final List<String> OF_BUCKET = List.of(ENDPOINT, REGION, PATH_STYLE);
    private static final int DEFAULT_PORT = 5432;
    private static final String DEFAULT_SCHEMA = "cairn";
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^:,\\[\\]]*)(?::(\\d{1,5}))?");
    private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final String FORM = "`postgresql://host/database`";

    /** Copies the collections. */
    StoreUrl {
        hosts = List.copyOf(hosts);
        parameters = Map.copyOf(parameters);
    }

    /** A server. */
    record Host(String name, int port) {
        @Override
        public String toString() {
            return name + ":" + port;
        }
    }

    /**
     * Parses a URL.
     *
     * @throws DatastoreException if it is not one of this kind; the message does not repeat a password
     */
    static StoreUrl parse(String text) {
        URI uri = uri(text);
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? null : decoded(authority.substring(0, at));
        requireNoPassword(user == null ? "" : authority.substring(0, at), uri.getRawQuery());
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String database = decoded(path.startsWith("/") ? path.substring(1) : path);
        if (database.isEmpty() || database.contains("/")) {
            throw new DatastoreException("`" + text + "` does not name a database. Write it as " + FORM + ".");
        }
        StoreUrl url = new StoreUrl(
                text,
                user == null || user.isEmpty() ? null : user,
                hosts(text, authority.substring(at + 1)),
                database,
                parameters(text, uri.getRawQuery()));
        url.requireConsistent();
        return url;
    }

    private static URI uri(String text) {
        requireNoPassword(userInfo(text), query(text)); // before any message that repeats the URL
        try {
            URI uri = new URI(text);
            if (uri.getRawFragment() != null) {
                throw new DatastoreException(
                        "`" + text + "` has a `#`, which cannot be part of such a URL. Write it as `%23`.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new DatastoreException(
                    "`" + text + "` is not a URL: " + e.getReason() + " at character " + (e.getIndex() + 1)
                            + ". Write it as " + FORM + ", with special characters as `%` and two digits.");
        }
    }

    private static String userInfo(String text) {
        int start = text.indexOf("//");
        String rest = start < 0 ? "" : text.substring(start + 2);
        int question = rest.indexOf('?');
        boolean ends = question >= 0 && rest.lastIndexOf('/', question) >= 0; // else it is a part of what stands there
        String front = ends ? rest.substring(0, question) : rest;
        int at = front.lastIndexOf('@');
        return at < 0 ? "" : front.substring(0, at);
    }

    private static @Nullable String query(String text) {
        int question = text.indexOf('?');
        return question < 0 ? null : text.substring(question + 1);
    }

    private static void requireNoPassword(String userInfo, @Nullable String query) {
        boolean hasPassword = userInfo.contains(":")
                || query != null
                        && Pattern.compile("(?i)(^|&)[^=&]*passw[^=&]*=")
                                .matcher(query)
                                .find();
        if (hasPassword) {
            throw new DatastoreException(
                    "the URL of the datastore has a password in it, where others could read it. Remove it, and set PGPASSWORD"
                            + " or add a line to ~/.pgpass instead.");
        }
    }

    private static List<Host> hosts(String text, String authority) {
        List<Host> hosts = new ArrayList<>();
        for (String each : authority.split(",", -1)) {
            Matcher matcher = HOST.matcher(each);
            int port =
                    matcher.matches() && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : DEFAULT_PORT;
            if (!matcher.matches() || port < 1 || port > 65535) {
                throw new DatastoreException("`" + text + "` has the server `" + each
                        + "`, which is not a host with an optional port. Write it as " + FORM
                        + " or `postgresql://host:5432/database`.");
            }
            String name = decoded(matcher.group(1));
            hosts.add(new Host(name.isEmpty() ? "localhost" : name, port));
        }
        return hosts;
    }

    private static Map<String, String> parameters(String text, @Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String each : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = each.indexOf('=');
            String name = decoded(equals < 0 ? each : each.substring(0, equals));
            if (!known().contains(name)) {
                throw new DatastoreException("`" + text + "` has the unknown parameter `" + name + "`. Use one of: "
                        + String.join(", ", known()) + ".");
            }
            String value = equals < 0 ? "" : decoded(each.substring(equals + 1));
            if (value.isEmpty()) {
                throw new DatastoreException(
                        "`" + text + "` has the parameter `" + name + "` without a value. Give it one, or remove it.");
            }
            if (parameters.put(name, value) != null) {
                throw new DatastoreException(
                        "`" + text + "` has the parameter `" + name + "` more than once. Remove all but one.");
            }
        }
        return parameters;
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(List.of(SCHEMA, BLOBS));
        known.addAll(OF_BUCKET);
        known.addAll(ENCRYPTION);
        return known;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8); // plus is no space here
    }

    private void requireConsistent() {
        if (!SCHEMA_NAME.matcher(schema()).matches()) {
            throw new DatastoreException("`" + text + "` names the schema `" + schema()
                    + "`. Use a name of lower-case letters, digits and underscores that does not start with a digit.");
        }
        for (String name : OF_BUCKET) {
            if (parameters.containsKey(name) && !parameters.containsKey(BLOBS)) {
                throw new DatastoreException("`" + text + "` has the parameter `" + name
                        + "`, but names no bucket. Add `blobs=s3://bucket/prefix`.");
            }
        }
    }

    /** The schema in which the tables are. */
    String schema() {
        return parameters.getOrDefault(SCHEMA, DEFAULT_SCHEMA);
    }

    /** Where large blobs are, or null if they are in the database. */
    @Nullable
    String blobs() {
        return parameters.get(BLOBS);
    }

    /** The servers, for messages. */
    String servers() {
        return String.join(", ", hosts.stream().map(Host::toString).toList());
    }
}
