package dev.cairn.processor.read;

import static dev.cairn.processor.read.Refusal.CODEC;

import java.util.List;

/** Why a plain class cannot be stored: its fields cannot be read or set, or nothing makes an object. */
final class MemberRefusals {
    private MemberRefusals() {}

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
}
