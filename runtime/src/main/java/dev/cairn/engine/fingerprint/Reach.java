package dev.cairn.engine.fingerprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** All that is reached from some methods: a unit at a time, until nothing is new. Used once, by one thread. */
final class Reach {
    /** Methods that the serialization of Java calls, although they are private. */
    private static final Set<String> BY_SERIALIZATION =
            Set.of("readObject", "readObjectNoData", "readResolve", "writeObject", "writeReplace");

    private final Program program;
    private final Units units;
    private final ClassFile flow;
    private final Set<String> parameters;

    private final Deque<Unit> open = new ArrayDeque<>();
    private final Set<String> added = new HashSet<>();
    private final Set<String> reached = new TreeSet<>();
    private final Map<CodePart, Set<String>> parts = new TreeMap<>();
    private final Set<String> external = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> generatedAccessors = new TreeSet<>();
    private final Map<String, Set<String>> unseen = new TreeMap<>();

    /** @param parameters the fields of the flow whose initialisers do not count, because their values are kept */
    Reach(Program program, Units units, ClassFile flow, Set<String> parameters) {
        this.program = program;
        this.units = units;
        this.flow = flow;
        this.parameters = parameters;
    }

    /** Each unit as its id and hash. */
    Set<String> units() {
        return reached;
    }

    /** The same for people, each with what changes with its text. */
    Map<CodePart, Set<String>> parts() {
        return parts;
    }

    /** The classes that are named, but not entered. */
    Set<String> external() {
        return external;
    }

    /** The names of the fields of the flow that are read or set, and of artifacts that are read of other tasks. */
    Set<String> fields() {
        Set<String> all = new TreeSet<>(fields);
        all.addAll(generatedAccessors);
        return all;
    }

    /** What is done that no class file shows, by the method that does it. */
    Map<String, Set<String>> unseen() {
        return unseen;
    }

    void addMethod(String owner, String key) {
        if (added.add("method " + owner + "." + key)) {
            add(units.method(owner, key));
            ClassFile file = Objects.requireNonNull(program.find(owner));
            if (Objects.requireNonNull(file.methods().get(key)).has(Opcodes.ACC_NATIVE)) {
                note(units.method(owner, key), Unseen.nativeMethod());
            }
        }
    }

    private void add(Unit unit) {
        reached.add(unit.id() + " " + unit.hash());
        note(CodePart.of(unit), unit.hash());
        open.add(unit);
    }

    private void note(CodePart part, String text) {
        parts.computeIfAbsent(part, unused -> new TreeSet<>()).add(text);
    }

    /** Adds what sets a field of the flow before its first step; where that cannot be told apart, all of its constructors. */
    void addInitialiser(String field) {
        if (parameters.contains(field)) {
            return;
        }
        if (!units.initialisersAreApart()) {
            addConstructors(flow);
        } else if (added.add("initialiser " + field)) {
            units.initialiser(field).ifPresent(this::add);
        }
    }

    /** Adds all that a class does to make an object. */
    void addConstructors(ClassFile file) {
        FieldInitialisers.constructors(file)
                .forEach(each -> addMethod(file.name(), each.head().key()));
    }

    /** Goes on until nothing is new. */
    Reach follow() {
        while (!open.isEmpty()) {
            Unit unit = open.remove();
            unit.uses().forEach(use -> follow(unit, use));
        }
        return this;
    }

    private void follow(Unit unit, Use use) {
        if (program.isGenerated(use.owner())) {
            followGenerated(use);
            return;
        }
        if (program.find(use.owner()) == null && !use.owner().startsWith("[")) {
            external.add(use.owner());
        } else if (added.add("supertypes " + use.owner())) {
            program.supertypes(use.owner()).stream()
                    .filter(each -> program.find(each) == null)
                    .forEach(external::add);
        }
        switch (use.kind()) {
            case STATIC_CALL -> call(unit, use, true);
            case EXACT_CALL -> call(unit, use, false);
            case VIRTUAL_CALL -> callVirtual(unit, use);
            case STATIC_FIELD ->
                program.declaringField(use.owner(), use.name()).ifPresent(file -> staticField(file, use.name()));
            case READ_FIELD, SET_FIELD -> field(use);
            case MADE -> made(use.owner());
            case RECEIVED -> received(use.owner());
            case NAMED -> {}
        }
    }

    /** A field that became a constant may still be read by code that was not compiled again since. */
    private void staticField(ClassFile file, String name) {
        initialise(file.name());
        Object constant = Objects.requireNonNull(file.fields().get(name)).constant();
        if (constant != null) {
            reached.add("constant " + file.name() + "." + name + " " + constant);
            note(new CodePart(CodePart.Kind.CONSTANT, file.name().replace('/', '.') + "." + name), constant.toString());
        }
    }

    private void call(Unit unit, Use use, boolean initialises) {
        note(unit, use);
        program.declaring(use.owner(), use.key()).ifPresent(owner -> {
            addMethod(owner, use.key());
            if (initialises) {
                initialise(owner);
            }
        });
    }

    private void callVirtual(Unit unit, Use use) {
        note(unit, use);
        Optional<String> found = program.declaring(use.owner(), use.key());
        ClassFile owner = program.find(use.owner());
        if (found.isEmpty() && owner != null && owner.isEnum()) {
            initialise(use.owner()); // its name or its number
        }
        boolean fixed = found.isPresent() && isPrivate(found.get(), use.key());
        Stream<String> receivers = fixed
                ? Stream.of(use.owner())
                : Stream.concat(Stream.of(use.owner()), program.subtypes(use.owner()).stream());
        receivers
                .flatMap(each -> program.declaring(each, use.key()).stream())
                .forEach(each -> addMethod(each, use.key()));
    }

    private boolean isPrivate(String owner, String key) {
        ClassFile file = Objects.requireNonNull(program.find(owner));
        return Objects.requireNonNull(file.methods().get(key)).has(Opcodes.ACC_PRIVATE);
    }

    private void note(Unit unit, Use use) {
        Unseen.by(use, program::supertypes).ifPresent(what -> note(unit, what));
    }

    private void note(Unit unit, String what) {
        unseen.computeIfAbsent(unit.place(), place -> new TreeSet<>()).add(what);
    }

    /** A field of the flow has the value of its initialiser until a step sets it. */
    private void field(Use use) {
        Optional<ClassFile> declaring = program.declaringField(use.owner(), use.name());
        if (declaring.isEmpty()) {
            return;
        }
        ClassFile file = declaring.get();
        Member field = Objects.requireNonNull(file.fields().get(use.name()));
        boolean ofFlow = file == flow;
        boolean inherited = !ofFlow && program.supertypes(flow.name()).contains(file.name());
        if (ofFlow) {
            fields.add(use.name());
        }
        if (use.kind() == Use.Kind.READ_FIELD) {
            receivedIn(field.signature() == null ? field.descriptor() : field.signature());
            if (ofFlow) {
                addInitialiser(use.name());
            } else if (inherited) {
                addConstructors(file);
            }
        }
    }

    private void receivedIn(String signature) {
        for (String each : UnitWriter.classesIn(signature)) {
            if (program.find(each) != null) {
                received(each);
            }
        }
    }

    /** A class that is made, or whose objects come from elsewhere: libraries may call what it has of their types. */
    private void received(String type) {
        if (added.add("received " + type)) {
            ClassFile file = program.find(type);
            if (file != null && file.isEnum()) {
                initialise(type); // a library may go by the order of its constants
            }
            calledFromOutside(type);
            program.subtypes(type).forEach(this::received);
        }
    }

    private void made(String type) {
        if (added.add("made " + type)) {
            initialise(type);
            calledFromOutside(type);
        }
    }

    private void calledFromOutside(String type) {
        if (program.find(type) != null && added.add("called from outside " + type)) {
            for (String key : program.calledFromOutside(type)) {
                program.declaring(type, key).ifPresent(owner -> addMethod(owner, key));
            }
            program.ownAndSupertypes(type)
                    .forEach(file -> file.methods().values().stream()
                            .filter(method -> BY_SERIALIZATION.contains(method.name()))
                            .forEach(method -> addMethod(file.name(), method.key())));
        }
    }

    /** Of interfaces, only some are initialised with a class: those are hard to tell, so all count. */
    private void initialise(String type) {
        if (added.add("initialised " + type)) {
            program.ownAndSupertypes(type)
                    .map(ClassFile::name)
                    .filter(units::isInitialised)
                    .forEach(each -> addMethod(each, Units.CLASS_INITIALISER));
        }
    }

    /** Views show artifacts; a runner runs all of its flow. */
    private void followGenerated(Use use) {
        if (!use.name().isEmpty()) {
            generatedAccessors.add(use.name());
            program.findGenerated(use.owner())
                    .flatMap(file -> Optional.ofNullable(file.methods().get(use.key())))
                    .ifPresent(method ->
                            receivedIn(method.signature() == null ? method.descriptor() : method.signature()));
            program.flowOfRunner(use.owner())
                    .ifPresent(other -> other.methods().values().stream()
                            .filter(method -> !method.isPartOfAnother())
                            .forEach(method -> addMethod(other.name(), method.key())));
        }
    }
}
