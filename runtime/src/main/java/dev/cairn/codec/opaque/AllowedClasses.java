package dev.cairn.codec.opaque;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes that a reflectively stored value may consist of, in the order of their ids. Immutable and thread-safe. */
public final class AllowedClasses {
    private final Class<?> root;

    /** By name; null for a class that is not on the class path, or not allowed any more. */
    private final Map<String, @Nullable Class<?>> byName;

    /** The names that the code allows now, whatever a stored list says. */
    private final Set<String> allowed;

    private AllowedClasses(Class<?> root, Map<String, @Nullable Class<?>> byName, Set<String> allowed) {
        this.root = root;
        this.byName = Collections.unmodifiableMap(byName);
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * The classes of an {@code @Opaque}.
     *
     * @param root the class of the values, which is the first
     * @param others the other classes
     */
    public static AllowedClasses of(Class<?> root, List<Class<?>> others) {
        Map<String, @Nullable Class<?>> byName = new LinkedHashMap<>();
        byName.put(root.getName(), root);
        others.forEach(type -> byName.put(type.getName(), type));
        return new AllowedClasses(root, byName, byName.keySet());
    }

    /**
     * These classes, and those of the given binary names. None is initialised; one that does not exist stays unknown until a value has
     * an instance of it.
     *
     * @param from the class whose class loader finds them
     */
    public AllowedClasses andNamed(List<String> names, Class<?> from) {
        Map<String, @Nullable Class<?>> all = new LinkedHashMap<>(byName);
        for (String name : names) {
            if (!all.containsKey(name)) {
                all.put(name, find(name, from.getClassLoader()));
            }
        }
        return new AllowedClasses(root, all, all.keySet());
    }

    private static @Nullable Class<?> find(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The classes of a list that was stored: those that are not here are not found. */
    AllowedClasses asStored(List<String> names) {
        Map<String, @Nullable Class<?>> stored = new LinkedHashMap<>();
        names.forEach(name -> stored.put(name, byName.get(name)));
        return new AllowedClasses(root, stored, allowed);
    }

    /** The class that has the list. */
    Class<?> root() {
        return root;
    }

    /** The names, in the order of their ids. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The classes, in the order of their ids; null for those that are not found. */
    List<@Nullable Class<?>> classes() {
        return new ArrayList<>(byName.values());
    }

    /** The class of this name; null if it is not allowed, or not found. */
    @Nullable
    Class<?> find(String name) {
        return byName.get(name);
    }

    /** What to say of a name in stored data that has no class here. */
    String refusal(String name) {
        return allowed.contains(name) ? Unallowed.missing(name) : Unallowed.text(name, root);
    }
}
