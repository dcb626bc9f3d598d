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
    /** Becomes the annotation to write, with a name for the codec, where the type is known. */
    static final String CODEC = "name a codec with `@Codec`";

    /** The refusal of {@code type}, not yet with a path. */
    StoredType.Unstorable of(JavaType type) {
        return of(type, List.of(this));
    }

    /** The refusal of {@code type} for several reasons, not yet with a path. */
    static StoredType.Unstorable of(JavaType type, List<Refusal> refusals) {
        return new StoredType.Unstorable(
                refusals.stream()
                        .map(refusal ->
                                new StoredType.Obstacle("", "`" + type + "` " + refusal.reason(), refusal.fix(type)))
                        .toList(),
                type);
    }

    /** What to do, with the annotation to write. */
    private String fix(JavaType type) {
        return type instanceof JavaType.Declared declared
                ? fix.replace(
                        CODEC, "name a codec with `@Codec(" + declared.name().simpleName() + "Codec.class)`")
                : fix;
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

    static Refusal notACodec(String codec, JavaType value) {
        return new Refusal(
                "names the codec `" + codec + "`, which is neither a `dev.cairn.codec.ConverterCodec<" + value
                        + ", ..>` nor a `dev.cairn.codec.CustomCodec<" + value + ">`",
                "let it extend one of them");
    }

    static Refusal otherConverter(String codec, JavaType converted, JavaType value) {
        return new Refusal(
                "names the codec `" + codec + "`, which converts `" + converted + "`",
                "let it extend `ConverterCodec<" + value + ", ..>`");
    }

    static Refusal undeterminedConverter(String codec, String parameter) {
        return new Refusal(
                "names the codec `" + codec + "`, whose type parameter `" + parameter
                        + "` does not occur in the type that it converts",
                "write a concrete type in its place");
    }

    static Refusal outOfBounds(String codec, String parameter, JavaType argument) {
        return new Refusal(
                "is converted by the codec `" + codec + "`, whose type parameter `" + parameter + "` cannot be `"
                        + argument + "`, because of its bound",
                "use a type within the bound, or " + CODEC);
    }

    static Refusal endlessForm(String codec, JavaType form) {
        return new Refusal(
                "is converted by the codec `" + codec + "` to `" + form + "`, which contains it again",
                "convert it to a record that has what it contains as a component");
    }

    static Refusal convertedSubtype(String codec, JavaType sealedType) {
        return new Refusal(
                "is a subtype of `" + sealedType + "` and has the converter `" + codec
                        + "`, but the name of the subtype is stored too",
                "let the codec extend `CustomCodec`, or convert `" + sealedType + "` as a whole");
    }

    static Refusal convertedObject(String codec) {
        return new Refusal(
                "has the converter `" + codec
                        + "`, so where an `Object` is read, Cairn could not distinguish it from its stored form",
                "put it into a record, and name the record in `@Flow(types = ..)`");
    }

    static Refusal severalAnnounced(List<String> codecs) {
        return new Refusal(
                "has several announced codecs, `" + String.join("` and `", codecs) + "`",
                "name one of them in `@Flow(codecs = ..)`");
    }

    static Refusal malformedName(String name) {
        return new Refusal(
                "allows `" + name + "` by name, which is not the binary name of a class",
                "write a name such as `com.acme.Outer$Inner` in `allowNames`; arrays of an allowed class are allowed too");
    }

    /** Of a name in {@code allowNames}; {@code meant} lists the names that may be meant. */
    static Refusal unknownName(String name, List<String> meant) {
        return new Refusal(
                "allows `" + name + "` by name, but there is no such class on the class path",
                meant.isEmpty()
                        ? "write its binary name, such as `com.acme.Outer$Inner`, or add the library that contains it"
                        : "write `" + String.join("` or `", meant) + "` in `allowNames`");
    }

    /** Of a file of a jar that names a class which no jar has. */
    static Refusal missingAnnounced(String codec, String file) {
        return new Refusal(
                "has the announced codec `" + codec + "`, which is not on the class path, although the file `" + file
                        + "` names it",
                "add the jar that contains it, or name another codec in `@Flow(codecs = ..)`");
    }

    static Refusal uncallableCodec(String codec, String fromPackage) {
        return new Refusal(
                "names the codec `" + codec + "`, which package `" + fromPackage + "` cannot create",
                "make it a static class with a no-argument constructor, both at least package-private");
    }
}
