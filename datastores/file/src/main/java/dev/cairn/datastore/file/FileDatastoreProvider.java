package dev.cairn.datastore.file;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.DatastoreProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Opens {@code file:<dir>}. The directory is absolute or relative to the working directory; without one, it is {@code .cairn}.
 * {@code file:///dir} works too. {@link #open} creates the directory if it does not exist. Thread-safe.
 */
public final class FileDatastoreProvider implements DatastoreProvider {
    private static final String SCHEME = "file";
    private static final String DEFAULT_DIRECTORY = ".cairn";

    /** Called by {@link java.util.ServiceLoader}. */
    public FileDatastoreProvider() {}

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Datastore open(String url) {
        return FileStore.open(directory(url));
    }

    @Override
    public boolean exists(String url) {
        return StoreDirectory.isInUse(directory(url));
    }

    /** A shell replaces what stands for a directory; where there was none, nobody wants one that is called so. */
    private static void requireExpanded(String url, String name) {
        String first = name.substring(0, (name + "/").indexOf('/'));
        if (first.equals("~") || first.startsWith("$")) {
            throw new DatastoreException("`" + url + "` names a directory called `" + first
                    + "`, which only a shell replaces. Write the path of the directory, or `"
                    + SCHEME + ":./" + name + "` if it really has this name.");
        }
    }

    private static Path directory(String url) {
        String name = url.substring(SCHEME.length() + 1);
        requireExpanded(url, name);
        if (name.startsWith("///")) {
            name = name.substring(2);
        } else if (name.startsWith("//")) {
            throw new DatastoreException("`" + url + "` names a directory on another machine. Use `file:/directory`");
        }
        try {
            return Path.of(name.isEmpty() ? DEFAULT_DIRECTORY : name)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new DatastoreException("`" + url + "` does not name a directory: " + e.getReason(), e);
        }
    }
}
