package dev.cairn.engine.fingerprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are entered: those in the folder or jar of the flow, without Cairn's and what it generated. Answers what overrides
 * what. Used by one thread.
 */
final class Program {
    static final String OBJECT = "java/lang/Object";

    private final Map<String, ClassFile> classes = new TreeMap<>();
    private final CairnClasses cairn;
    private final Map<String, Optional<ClassFile>> generated = new HashMap<>();
    private final Map<String, byte[]> all;
    private final ExternalTypes external;
    private final Map<String, Set<String>> supertypes = new HashMap<>();
    private final Map<String, Set<String>> subtypes = new HashMap<>();

    private Program(Map<String, byte[]> all, CairnClasses cairn, ExternalTypes external) {
        this.all = all;
        this.cairn = cairn;
        this.external = external;
    }

    /**
     * Reads the heads of all classes.
     *
     * @param all the class files of the folder or jar
     * @param entered which of them are entered
     * @throws UnreadableCodeException if one cannot be read
     */
    static Program of(Map<String, byte[]> all, EnteredClasses entered, ExternalTypes external)
            throws UnreadableCodeException {
        Program program = new Program(all, entered.cairn(), external);
        for (Map.Entry<String, byte[]> each : all.entrySet()) {
            if (entered.contains(each.getKey())) {
                try {
                    program.classes.put(each.getKey(), new ClassFile(each.getValue()));
                } catch (RuntimeException e) {
                    throw new UnreadableCodeException("the file of class "
                            + each.getKey().replace('/', '.') + " cannot be read: " + e.getMessage());
                }
            }
        }
        for (ClassFile each : program.classes.values()) {
            for (String supertype : program.supertypes(each.name())) {
                program.subtypes
                        .computeIfAbsent(supertype, key -> new TreeSet<>())
                        .add(each.name());
            }
        }
        return program;
    }

    /** The class of this internal name, if it is entered. */
    @Nullable
    ClassFile find(String internalName) {
        return classes.get(internalName);
    }

    /** A class of this internal name that Cairn generated. */
    Optional<ClassFile> findGenerated(String internalName) {
        return generated.computeIfAbsent(
                internalName,
                name -> cairn.isGenerated(name) && all.containsKey(name)
                        ? Optional.of(new ClassFile(all.get(name)))
                        : Optional.empty());
    }

    boolean isGenerated(String internalName) {
        return cairn.isGenerated(internalName);
    }

    /** The flow that this class, which Cairn generated, runs. */
    Optional<ClassFile> flowOfRunner(String internalName) {
        if (!cairn.isRunner(internalName)) {
            return Optional.empty();
        }
        String joined = CairnClasses.flowOf(internalName);
        return classes.values().stream()
                .filter(each -> each.name().replace('$', '_').equals(joined.replace('$', '_')))
                .findFirst();
    }

    /** Whether it is anonymous or local, or a member of such a class: its name is only a number. */
    boolean isNameless(String internalName) {
        ClassFile file = classes.get(internalName);
        while (file != null && !file.isNameless() && file.memberOf() != null) {
            file = classes.get(file.memberOf());
        }
        return file != null && file.isNameless();
    }

    /** The innermost class with a name that a nameless one is declared in. */
    String named(String internalName) {
        String name = internalName;
        for (ClassFile file = classes.get(name); file != null && isNameless(name); file = classes.get(name)) {
            String outer = file.enclosing() != null ? file.enclosing() : file.memberOf();
            if (outer == null) {
                return name.substring(0, Math.max(1, name.indexOf('$', name.lastIndexOf('/') + 2)));
            }
            name = outer;
        }
        return name;
    }

    /** The class and the interfaces, entered or not, that a class extends, in the order of the search for a method. */
    Set<String> supertypes(String internalName) {
        return supertypes.computeIfAbsent(internalName, this::findSupertypes);
    }

    private Set<String> findSupertypes(String internalName) {
        Set<String> found = new LinkedHashSet<>(superclasses(internalName));
        Deque<String> open = new ArrayDeque<>(found);
        open.addFirst(internalName);
        while (!open.isEmpty()) {
            type(open.remove())
                    .ifPresent(type ->
                            type.interfaces().stream().filter(found::add).forEach(open::add));
        }
        return found;
    }

    private List<String> superclasses(String internalName) {
        return Stream.iterate(
                        Optional.ofNullable(superclass(internalName)),
                        Optional::isPresent,
                        each -> each.map(this::superclass))
                .flatMap(Optional::stream)
                .toList();
    }

    private @Nullable String superclass(String internalName) {
        return type(internalName).map(ClassFile::superName).orElse(null);
    }

    private Optional<ClassFile> type(String internalName) {
        ClassFile own = classes.get(internalName);
        return own != null ? Optional.of(own) : external.find(internalName);
    }

    /** The classes that are entered and extend this type. */
    Set<String> subtypes(String internalName) {
        return subtypes.getOrDefault(internalName, Set.of());
    }

    /** This class and those that it extends, as far as they are entered, in the order of the search for a method. */
    Stream<ClassFile> ownAndSupertypes(String internalName) {
        return Stream.concat(Stream.of(internalName), supertypes(internalName).stream())
                .flatMap(each -> Stream.ofNullable(classes.get(each)));
    }

    /** The class that is entered in which a call by this owner finds the method; empty if that is another. */
    Optional<String> declaring(String owner, String key) {
        return ownAndSupertypes(owner)
                .filter(file -> file.methods().containsKey(key))
                .map(ClassFile::name)
                .findFirst();
    }

    /** The class that is entered and declares the field that this owner has under this name. */
    Optional<ClassFile> declaringField(String owner, String field) {
        return ownAndSupertypes(owner)
                .filter(file -> file.fields().containsKey(field))
                .findFirst();
    }

    /** What a library may call of a class that is entered: name and descriptor of its supertypes' methods, and of {@link Object}'s. */
    Set<String> calledFromOutside(String internalName) {
        Set<String> keys = new TreeSet<>();
        for (String supertype : supertypes(internalName)) {
            if (!classes.containsKey(supertype)) {
                Optional<ClassFile> type = external.find(supertype);
                if (type.isEmpty()) {
                    return allMethods(internalName);
                }
                type.get().methods().values().stream()
                        .filter(Member::isVirtual)
                        .map(Member::key)
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    /** Where a supertype is not there, it may call anything. */
    private Set<String> allMethods(String internalName) {
        Set<String> keys = new TreeSet<>();
        ownAndSupertypes(internalName)
                .flatMap(file -> file.methods().values().stream())
                .filter(Member::isVirtual)
                .map(Member::key)
                .forEach(keys::add);
        return keys;
    }
}
