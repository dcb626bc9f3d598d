package dev.cairn.processor.write;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads types from text with whole names: {@code java.util.Map<java.lang.String, com.acme.Box.Lid[]>}. */
final class Types {
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double");

    private final String text;
    private int at;

    private Types(String text) {
        this.text = text.replace(", ", ",");
    }

    static JavaType type(String text) {
        return new Types(text).read();
    }

    private JavaType read() {
        JavaType type = text.startsWith("?", at) ? wildcard() : named();
        while (text.startsWith("[]", at)) {
            at += 2;
            type = new JavaType.Array(type);
        }
        return type;
    }

    private JavaType wildcard() {
        at++;
        for (String keyword : List.of("extends", "super")) {
            if (text.startsWith(" " + keyword + " ", at)) {
                at += keyword.length() + 2;
                return new JavaType.Wildcard(keyword, read());
            }
        }
        return new JavaType.Wildcard("", null);
    }

    private JavaType named() {
        int start = at;
        while (at < text.length() && "<>,[".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at);
        if (PRIMITIVES.contains(name)) {
            return new JavaType.Primitive(name);
        }
        List<JavaType> arguments = new ArrayList<>();
        if (text.startsWith("<", at)) {
            do {
                at++;
                arguments.add(read());
            } while (text.startsWith(",", at));
            at++;
        }
        return new JavaType.Declared(reference(name), arguments);
    }

    /** The class of this name, packages being in lower case. */
    static ClassRef reference(String name) {
        List<String> simpleNames = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        for (String part : name.split("\\.")) {
            boolean isPackage = simpleNames.isEmpty() && Character.isLowerCase(part.charAt(0));
            (isPackage ? packages : simpleNames).add(part);
        }
        return new ClassRef(String.join(".", packages), simpleNames);
    }
}
