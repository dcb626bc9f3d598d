package dev.cairn.processor;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * The class files that flows are compiled against, kept from one compilation to the next: to find them again takes about half of the
 * time of a small one. Of the JDK it has the modules that the flows of tests name. It takes no options and no other locations, which
 * would be meant for one compilation only. Not thread-safe.
 */
final class KeptFiles extends ForwardingJavaFileManager<StandardJavaFileManager> implements StandardJavaFileManager {
    private static final Set<String> MODULES = Set.of(
            "java.base",
            "java.compiler",
            "java.datatransfer",
            "java.desktop",
            "java.logging",
            "java.net.http",
            "java.prefs",
            "java.sql",
            "java.transaction.xa",
            "java.xml");

    private final Map<Listing, List<JavaFileObject>> listings = new HashMap<>();
    private final Map<Wanted, Optional<JavaFileObject>> found = new HashMap<>();
    private final Map<Location, List<Set<Location>>> modules = new HashMap<>();
    private final Map<Location, String> moduleNames = new HashMap<>();

    private record Listing(Location location, String packageName, Set<Kind> kinds, boolean recurse) {}

    private record Wanted(Location location, String className, Kind kind) {}

    KeptFiles(StandardJavaFileManager files) {
        super(files);
    }

    @Override
    public synchronized Iterable<JavaFileObject> list(
            Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
        Listing listing = new Listing(location, packageName, Set.copyOf(kinds), recurse);
        List<JavaFileObject> files = listings.get(listing);
        if (files == null) {
            files = new ArrayList<>();
            for (JavaFileObject file : fileManager.list(location, packageName, kinds, recurse)) {
                files.add(new KeptFile(file, fileManager.inferBinaryName(location, file)));
            }
            listings.put(listing, files);
        }
        return files;
    }

    @Override
    public synchronized @Nullable JavaFileObject getJavaFileForInput(Location location, String className, Kind kind)
            throws IOException {
        Wanted wanted = new Wanted(location, className, kind);
        Optional<JavaFileObject> file = found.get(wanted);
        if (file == null) {
            file = Optional.ofNullable(fileManager.getJavaFileForInput(location, className, kind))
                    .map(there -> new KeptFile(there, className));
            found.put(wanted, file);
        }
        return file.orElse(null);
    }

    @Override
    public synchronized Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        List<Set<Location>> kept = modules.get(location);
        if (kept == null) {
            kept = new ArrayList<>();
            for (Set<Location> some : fileManager.listLocationsForModules(location)) {
                for (Location module : some) {
                    if (MODULES.contains(inferModuleName(module))) {
                        kept.add(Set.of(module));
                    }
                }
            }
            modules.put(location, kept);
        }
        return kept;
    }

    @Override
    public synchronized String inferModuleName(Location location) throws IOException {
        String name = moduleNames.get(location);
        if (name == null) {
            name = fileManager.inferModuleName(location);
            moduleNames.put(location, name);
        }
        return name;
    }

    @Override
    public synchronized @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof KeptFile kept ? kept.binaryName : fileManager.inferBinaryName(location, file);
    }

    @Override
    public synchronized boolean contains(Location location, FileObject file) throws IOException {
        return fileManager.contains(location, file instanceof KeptFile kept ? kept.original() : file);
    }

    @Override
    public synchronized Location getLocationForModule(Location location, String moduleName) throws IOException {
        return fileManager.getLocationForModule(location, moduleName);
    }

    @Override
    public synchronized Location getLocationForModule(Location location, JavaFileObject file) throws IOException {
        return fileManager.getLocationForModule(location, file instanceof KeptFile kept ? kept.original() : file);
    }

    /** Processors are given to the compiler, and there are no plug-ins: nothing needs to be searched for them. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    @Override
    public int isSupportedOption(String option) {
        return -1;
    }

    @Override
    public boolean handleOption(String option, Iterator<String> remaining) {
        throw new IllegalArgumentException(option + " needs a compiler that keeps no files");
    }

    @Override
    public void setLocation(Location location, @Nullable Iterable<? extends File> files) {
        throw new IllegalArgumentException(location + " needs a compiler that keeps no files");
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    /** The next compilation needs them. */
    @Override
    public void close() {}

    private static final class KeptFile extends ForwardingJavaFileObject<JavaFileObject> {
        private final String binaryName;
        private final Kind kind;
        private byte @Nullable [] bytes;

        KeptFile(JavaFileObject file, String binaryName) {
            super(file);
            this.binaryName = binaryName;
            this.kind = file.getKind();
        }

        JavaFileObject original() {
            return fileObject;
        }

        @Override
        public Kind getKind() {
            return kind;
        }

        @Override
        public synchronized InputStream openInputStream() throws IOException {
            if (bytes == null) {
                try (InputStream input = fileObject.openInputStream()) {
                    bytes = input.readAllBytes();
                }
            }
            return new ByteArrayInputStream(bytes);
        }
    }
}
