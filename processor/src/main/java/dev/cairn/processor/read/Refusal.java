package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import java.util.Collections;
import java.util.List;

/**
 * Why a type cannot be stored, and how to go on.
 *
 * @param reason what follows the name of the type in a sentence
 * @param fix what to do
 */
record Refusal(String reason, String fix) {
    private static final String CODEC = "name a codec with `@Codec`";

    /** The refusal of {@code type}, not yet with a path. */
    StoredType.Unstorable of(JavaType type) {
        return of(type, List.of(this));
    }

    /** The refusal of {@code type} for several reasons, not yet with a path. */
    static StoredType.Unstorable of(JavaType type, List<Refusal> refusals) {
        return new StoredType.Unstorable(
                refusals.stream()
                        .map(refusal ->
                                new StoredType.Obstacle("", "`" + type + "` " + refusal.reason(), refusal.fix()))
                        .toList(),
                type);
    }

    static Refusal raw(String simpleName, int parameters) {
        String arguments = String.join(", ", Collections.nCopies(parameters, "String"));
        return new Refusal(
                "is a raw type, so Cairn cannot know what it holds",
                "give it type arguments, as in `" + simpleName + "<" + arguments + ">`");
    }

    static Refusal typeVariable() {
        return new Refusal("is a type variable, so Cairn cannot know what it holds", "write a concrete type");
    }

    static Refusal wildcard() {
        return new Refusal("means no certain type, so Cairn cannot know what it holds", "write a concrete type");
    }

    static Refusal openWildcard(String parameter) {
        return new Refusal(
                "does not say what its type parameter `" + parameter + "` is, and neither does the bound of `"
                        + parameter + "`",
                "write a class instead of the `?`, or " + CODEC);
    }

    static Refusal endless() {
        return new Refusal(
                "contains itself with ever longer type arguments", "keep the type arguments as they are, or " + CODEC);
    }

    static Refusal inner(String outer) {
        return new Refusal("is an inner class, which keeps a reference to its `" + outer + "`", "make it `static`");
    }

    static Refusal isPrivate() {
        return new Refusal("is private, so generated code cannot use it", "make it package-private, or " + CODEC);
    }

    static Refusal inPrivate(String outer) {
        return new Refusal(
                "is in the private class `" + outer + "`, so generated code cannot use it",
                "make `" + outer + "` package-private, or " + CODEC);
    }

    static Refusal outOfReach(String fromPackage) {
        return new Refusal("cannot be reached from package `" + fromPackage + "`", "make it public, or " + CODEC);
    }

    static Refusal openInterface() {
        return new Refusal(
                "is an open interface: any class may implement it",
                "make it `sealed`, use a type whose classes are known, or " + CODEC);
    }

    static Refusal openClass() {
        return new Refusal(
                "is an open abstract class: any class may extend it",
                "make it `sealed`, use a type whose classes are known, or " + CODEC);
    }

    static Refusal sealedButNotAbstract() {
        return new Refusal("is sealed but not abstract", "make it `abstract`, or " + CODEC);
    }

    static Refusal undeterminedArgument(String parameter, JavaType sealedType) {
        return new Refusal(
                "has a type parameter `" + parameter + "` that `" + sealedType + "` does not determine",
                "remove the type parameter, or " + CODEC);
    }

    static Refusal noBuiltInCodec() {
        return new Refusal(
                "is a class of the JDK that has no codec",
                "store what it is made from, keep it in a `transient` field, or " + CODEC);
    }

    static Refusal extendsPlatformClass(String superclass) {
        return new Refusal(
                "extends `" + superclass + "`, whose fields Cairn cannot read",
                "hold it in a field instead of extending it, or " + CODEC);
    }

    /** Fields that are private in a class of another module. */
    static Refusal unreadable(List<String> fields, String getters, String fromPackage, String ownPackage) {
        return new Refusal(
                "has " + named("field", fields) + " that package `" + fromPackage
                        + "` cannot read, because the class is in another module",
                (fields.size() == 1 ? "add a getter " : "add getters, such as ") + getters
                        + ", let its module open the package with `opens " + ownPackage + ";`, or " + CODEC);
    }

    /** A class that stores its transient fields itself. */
    static Refusal ofOwnForm(String field, String method, String simpleName) {
        return new Refusal(
                "has a transient field `" + field + "` that it serializes itself, in `" + method
                        + "`, so that its fields do not say what it holds",
                "give the artifact or field that holds it `@Opaque(allow = " + simpleName + ".class)`, or " + CODEC);
    }

    /** A class whose state may be outside of the virtual machine. */
    static Refusal ofNative(String method) {
        return new Refusal(
                "has a native method `" + method + "`, so that its private fields may point to what is outside of Java",
                "keep it in a `transient` field, or " + CODEC);
    }

    static Refusal beforeLombok() {
        return new Refusal(
                "has members that Lombok has not generated yet",
                "put Lombok before cairn-processor on the processor path, make the class a record, or " + CODEC);
    }

    static Refusal unnamedParameters(String constructor) {
        return new Refusal(
                "was compiled without parameter names, so Cairn cannot know which fields `" + constructor + "` sets",
                "compile that class with `-parameters`, or " + CODEC);
    }

    static Refusal hidden(String field) {
        return new Refusal(
                "has a field `" + field + "` that hides one of its superclass", "rename one of the two, or " + CODEC);
    }

    static Refusal throwing(String constructor) {
        return new Refusal(
                "is made by `" + constructor + "`, which throws a checked exception",
                "let it throw an unchecked one, or add another constructor, which may be private, make the class a record, or "
                        + CODEC);
    }

    /** A class in the module of the flow. */
    static Refusal noConstructor(String parameters) {
        return new Refusal(
                "has no constructor whose parameters are all named like its fields",
                "add the constructor `" + parameters + "`, which may be private, make the class a record, or " + CODEC);
    }

    /** A class in another module. */
    static Refusal noConstructor(String parameters, String fromPackage) {
        return new Refusal(
                "has no constructor that package `" + fromPackage
                        + "` can call and whose parameters are named like its fields",
                "add the constructor `" + parameters
                        + "`, or a no-argument one with setters, make the class a record, or " + CODEC);
    }

    /** Final fields of a class in the module of the flow. */
    static Refusal neverSet(List<String> fields, String parameters) {
        return new Refusal(
                "has " + named("final field", fields) + " that no constructor takes as a parameter of that name",
                "remove `final`, add the constructor `" + parameters
                        + "`, which may be private, make the class a record, or " + CODEC);
    }

    /** Fields of a class in another module. */
    static Refusal unwritable(List<String> fields, String setter, String parameters, String fromPackage) {
        return new Refusal(
                "has " + named("field", fields) + " that neither a constructor nor package `" + fromPackage
                        + "` can set",
                "add the constructor `" + parameters + "` or "
                        + (fields.size() == 1 ? "a setter `" : "setters, such as `") + setter
                        + "`, make the class a record, or " + CODEC);
    }

    /** {@code a field `a`} or {@code fields `a`, `b` and `c`}. */
    private static String named(String what, List<String> names) {
        if (names.size() == 1) {
            return "a " + what + " `" + names.get(0) + "`";
        }
        String first = String.join("`, `", names.subList(0, names.size() - 1));
        return what + "s `" + first + "` and `" + names.get(names.size() - 1) + "`";
    }

    static Refusal notACodec(String codec, JavaType value) {
        return new Refusal(
                "names the codec `" + codec + "`, which is not a `dev.cairn.codec.CustomCodec<" + value + ">`",
                "let it extend `CustomCodec<" + value + ">`");
    }

    static Refusal uncallableCodec(String codec, String fromPackage) {
        return new Refusal(
                "names the codec `" + codec + "`, which package `" + fromPackage + "` cannot create",
                "make it a static class with a no-argument constructor, both at least package-private");
    }
}
