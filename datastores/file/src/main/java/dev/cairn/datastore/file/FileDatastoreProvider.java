package dev.cairn.datastore.file;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.DatastoreProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Opens {@code file:<dir>}, where the directory is absolute or relative to the working directory, and {@code .cairn} where
 * none is given. {@code file:///dir} is understood too. The directory is made if it is not there.
 */
public final class FileDatastoreProvider implements DatastoreProvider {
    private static final String SCHEME = "file";
    private static final String DEFAULT_DIRECTORY = ".cairn";

    /** For {@link java.util.ServiceLoader}. */
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
                    + "`: only a shell knows what that means. Write the directory that you mean, or `"
                    + SCHEME + ":./" + name + "`.");
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
            throw new DatastoreException("`" + url + "` names no directory: " + e.getReason(), e);
        }
    }
}
