package dev.cairn.engine.fingerprint;

import dev.cairn.datastore.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/**
 * Writes the text of one unit: a method, and after it whatever it alone uses and has no name of its own, that is lambdas, anonymous
 * and local classes, numbered as they are met. Used once, by one thread.
 */
final class UnitWriter {
    private final Program program;
    private final StringBuilder text = new StringBuilder();
    private final Set<Use> uses = new LinkedHashSet<>();
    private final Map<String, String> classNumbers = new HashMap<>();
    private final Map<String, String> fieldNumbers = new HashMap<>();
    private final Map<String, String> methodNumbers = new HashMap<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    private UnitWriter(Program program) {
        this.program = program;
    }

    /** The unit of a method. */
    static Unit of(Program program, ClassFile owner, MethodCode code) {
        return ofPart(program, owner, code, code.head().name());
    }

    /** The unit of a method, or of a part of it, under this name. */
    static Unit ofPart(Program program, ClassFile owner, MethodCode code, String name) {
        UnitWriter writer = new UnitWriter(program);
        boolean nameless = program.isNameless(owner.name());
        if (nameless) {
            writer.classNumbers.put(owner.name(), "#0");
        }
        String id = nameless
                ? "in " + program.named(owner.name()) + " " + name
                : owner.name() + "." + name + code.head().descriptor();
        writer.method(code);
        while (!writer.open.isEmpty()) {
            writer.open.remove().run();
        }
        String place = program.named(owner.name()).replace('/', '.') + "." + name;
        byte[] content = writer.text.toString().getBytes(StandardCharsets.UTF_8);
        return new Unit(id, place, Address.ofContent(content).toString(), Collections.unmodifiableSet(writer.uses));
    }

    private void method(MethodCode code) {
        MethodCode normalised = CompilerForms.normalised(code, program);
        Member head = normalised.head();
        line("method"
                + (head.has(Opcodes.ACC_STATIC) ? " static" : "")
                + (head.has(Opcodes.ACC_SYNCHRONIZED) ? " synchronized" : "")
                + (head.has(Opcodes.ACC_NATIVE) ? " native" : "")
                + (head.has(Opcodes.ACC_ABSTRACT) ? " abstract" : ""));
        line(descriptor(head.descriptor()));
        normalised.elements().forEach(this::line);
        receivedIn(head.descriptor());
        receivedIn(head.signature() == null ? "" : head.signature());
        new BodyWriter(this, normalised).write();
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    void use(Use.Kind kind, String owner) {
        uses.add(Use.of(kind, owner));
    }

    void use(Use.Kind kind, String owner, String name, String descriptor) {
        uses.add(new Use(kind, owner, name, descriptor));
    }

    /** Notes the types of values that come from somewhere. */
    void receivedIn(String signature) {
        for (String each : classesIn(signature)) {
            if (program.find(each) != null) {
                use(Use.Kind.RECEIVED, each);
            }
        }
    }

    /** The internal names in a descriptor or signature; in a signature more may be found, which no class has. */
    static List<String> classesIn(String signature) {
        List<String> names = new ArrayList<>();
        for (int start = signature.indexOf('L'); start >= 0; start = signature.indexOf('L', start)) {
            int end = start + 1;
            while (end < signature.length() && ";<>:.".indexOf(signature.charAt(end)) < 0) {
                end++;
            }
            names.add(signature.substring(start + 1, end));
            start = end;
        }
        return names;
    }

    /** A type as it is written: an internal name, or the descriptor of an array or primitive. */
    String type(String type) {
        return type.startsWith("[") || type.length() == 1 ? descriptor(type) : className(type);
    }

    /** A descriptor as it is written. */
    String descriptor(String descriptor) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < descriptor.length(); i++) {
            char c = descriptor.charAt(i);
            written.append(c);
            if (c == 'L') {
                int end = descriptor.indexOf(';', i);
                written.append(className(descriptor.substring(i + 1, end))).append(';');
                i = end;
            }
        }
        return written.toString();
    }

    String className(String internalName) {
        if (!program.isNameless(internalName)) {
            use(Use.Kind.NAMED, internalName);
            return internalName;
        }
        String number = classNumbers.get(internalName);
        if (number == null) {
            number = "#" + (classNumbers.size() + 1);
            classNumbers.put(internalName, number);
            open.add(() -> classContent(internalName));
        }
        return number;
    }

    private void classContent(String internalName) {
        ClassFile file = Objects.requireNonNull(program.find(internalName));
        line("class " + className(internalName) + " extends "
                + (file.superName() == null ? "" : className(file.superName())));
        file.interfaces().forEach(each -> line("implements " + className(each)));
        if (file.isEnum()) {
            line("constants " + file.constants());
        }
        for (Member each : new TreeMap<>(file.methods()).values()) {
            if (!each.isPartOfAnother()) {
                line("member " + each.name());
                method(file.body(each.key()));
            }
        }
    }

    /** A field as it is written: those that hold what an anonymous class captures have the names of local variables. */
    String field(String owner, String name) {
        ClassFile file = program.find(owner);
        if (file != null
                && program.isNameless(owner)
                && file.fields().containsKey(name)
                && file.fields().get(name).has(Opcodes.ACC_SYNTHETIC)) {
            return className(owner)
                    + fieldNumbers.computeIfAbsent(owner + "." + name, key -> ".#" + fieldNumbers.size());
        }
        return type(owner) + "." + name;
    }

    /** Whether a method is a part of the code that calls it or makes it a function; then its text follows. */
    boolean isInlined(String owner, String key) {
        ClassFile file = program.find(owner);
        return file != null
                && file.methods().containsKey(key)
                && file.methods().get(key).isPartOfAnother();
    }

    /** The number of a method that {@link #isInlined}. */
    String inlined(String owner, String key) {
        MethodCode code = Objects.requireNonNull(program.find(owner)).body(key);
        String array = CompilerForms.arrayMadeBy(code);
        if (array != null) {
            return "new " + type(array) + "[]";
        }
        String known = methodNumbers.get(owner + "." + key);
        if (known != null) {
            return known;
        }
        String number = "body#" + methodNumbers.size();
        methodNumbers.put(owner + "." + key, number);
        open.add(() -> {
            line(number);
            method(code);
        });
        return number;
    }
}
