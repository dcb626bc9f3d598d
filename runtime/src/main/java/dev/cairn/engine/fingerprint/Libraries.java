package dev.cairn.engine.fingerprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The jars that classes outside the program are in, and the jars that these need. Used by one thread. */
final class Libraries {
    private final @Nullable ClassLoader loader;
    private final CodeLocation home;
    private final Map<String, byte[]> all;
    private final EnteredClasses entered;
    private final Map<String, Optional<CodeLocation>> locations = new HashMap<>();
    private final Map<CodeLocation, Library> libraries = new HashMap<>();

    /**
     * Those that a class loader finds.
     *
     * @param home the jar or folder of the flow
     * @param all the class files in it
     */
    Libraries(@Nullable ClassLoader loader, CodeLocation home, Map<String, byte[]> all, EnteredClasses entered) {
        this.loader = loader;
        this.home = home;
        this.all = all;
        this.entered = entered;
    }

    /**
     * All jars that these classes are in, or need.
     *
     * @param classes internal names
     * @throws UnreadableCodeException if one cannot be read
     */
    Set<Library> of(Set<String> classes) throws UnreadableCodeException {
        Deque<String> open = new ArrayDeque<>(classes);
        Set<String> seen = new HashSet<>(classes);
        Set<Library> reached = new HashSet<>();
        while (!open.isEmpty()) {
            Optional<Library> library = find(open.remove());
            if (library.isPresent() && reached.add(library.get())) {
                library.get().classes().stream().filter(seen::add).forEach(open::add);
            }
        }
        return reached;
    }

    private Optional<Library> find(String name) throws UnreadableCodeException {
        if (name.startsWith("java/") || CairnClasses.isCairn(name)) {
            return Optional.empty();
        }
        Optional<CodeLocation> location = locations.get(name);
        if (location == null) {
            location = CodeLocation.of(name, loader);
            locations.put(name, location);
        }
        if (location.isEmpty()) {
            return Optional.empty();
        }
        boolean atHome = location.get().equals(home);
        if (atHome && !entered.isShadedLibrary(name)) {
            return Optional.empty();
        }
        Library library = libraries.get(location.get());
        if (library == null) {
            library = atHome
                    ? Library.ofClasses(home.name() + " without the flow", all, entered::isShadedLibrary)
                    : Library.of(location.get());
            libraries.put(location.get(), library);
        }
        return Optional.of(library);
    }
}
