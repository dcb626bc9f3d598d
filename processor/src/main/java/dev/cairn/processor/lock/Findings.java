package dev.cairn.processor.lock;

import java.util.List;
import java.util.stream.Collectors;

/** The words of what is found. */
final class Findings {
    private Findings() {}

    /** No value can be read, because its type is another one. */
    static Finding otherType(Part part, LockedType from, LockedType to) {
        boolean isRenamed = isNamed(from) && isNamed(to);
        String was = isRenamed
                ? part.from().toString()
                : TypeNames.simple(part.from().toString());
        String is =
                isRenamed ? part.to().toString() : TypeNames.simple(part.to().toString());
        Finding finding = Finding.certain(
                part.place(),
                part.place().text() + " was stored as `" + was + "` and is `" + is + "` now",
                isRenamed ? ifRenamed(from, to) : "keep `" + was + "`, and store the other value under another name.");
        return part.from().equals(from) && part.to().equals(to)
                ? finding
                : finding.because("`" + shown(from, isRenamed) + "` cannot be read as `" + shown(to, isRenamed) + "`");
    }

    private static String shown(LockedType type, boolean whole) {
        return whole ? type.toString() : TypeNames.simple(type.toString());
    }

    private static boolean isNamed(LockedType type) {
        return type instanceof LockedType.Named;
    }

    private static String ifRenamed(LockedType from, LockedType to) {
        return "if the class was renamed, write `@FormerNames(\"" + TypeNames.raw(from.toString()) + "\")` on `"
                + TypeNames.simple(TypeNames.raw(to.toString())) + "`.";
    }

    /** No value can be read, because what was a record is an enum, and so on. */
    static Finding otherKind(Block is, String before) {
        return Finding.certain(
                Place.of(is),
                Place.of(is).text() + " was stored as " + article(before) + " and is "
                        + article(is.kind().noun()) + " now",
                "give the new type another name.");
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** A stored null. */
    static Finding nullNoLonger(Part part, String from, String to) {
        return Finding.certain(
                part.place(),
                part.place().text() + " was stored as `"
                        + TypeNames.simple(part.from().toString()) + "` and is `"
                        + TypeNames.simple(part.to().toString()) + "` now, which cannot be `null`",
                "keep `" + from + "`.");
    }

    /** A stored list that is to be a set, or the other way round. */
    static Finding otherCollection(Part part, LockedType was, LockedType is) {
        String kind = ContainerKind.of(((LockedType.Container) is).name())
                        .orElseThrow()
                        .isDistinct()
                ? "list"
                : "set";
        return Finding.certain(
                part.place(),
                part.place().text() + " was stored as `"
                        + TypeNames.simple(part.from().toString()) + "` and is `"
                        + TypeNames.simple(part.to().toString()) + "` now, which cannot be a " + kind,
                "keep `" + TypeNames.simple(was.toString()) + "`.");
    }

    /** A stored {@code EnumSet} whose elements are no longer declared as an enum. */
    static Finding constantsNoLonger(Part part, LockedType from, LockedType to) {
        return Finding.certain(
                part.place(),
                part.place().text() + " may have been stored as an `EnumSet` or `EnumMap`, whose type is `"
                        + TypeNames.simple(to.toString()) + "` now",
                "keep `" + TypeNames.simple(from.toString()) + "`.");
    }

    static Finding otherCodec(Part part, String from, String to) {
        return new Finding(
                part.place(),
                false,
                part.place().text() + " was stored by the codec `" + TypeNames.simple(from) + "` and is read by `"
                        + TypeNames.simple(to) + "` now",
                "",
                "keep the id of the codec, or read the former one in `readFormer`.");
    }

    static Finding noLongerAllowed(Part part, String type) {
        return Finding.certain(
                part.place(),
                part.place().text() + " may have been stored with a `" + TypeNames.simple(type)
                        + "`, which `@Opaque` no longer allows",
                "keep it in `@Opaque`: `" + TypeNames.simple(type) + ".class` in `allow`, or `\"" + type
                        + "\"` in `allowNames`.");
    }

    /** Names that may mean several members. */
    static Finding openNames(Place place, Block owner, List<String> stored, List<String> now) {
        return open(place, quoted(stored) + " of `" + TypeNames.simple(owner.rawName()) + "`", now);
    }

    /** Names of types that may mean several. */
    static Finding openTypes(Place place, List<String> stored, List<String> now) {
        return open(place, quoted(stored) + " in `Object`", now);
    }

    private static Finding open(Place place, String stored, List<String> now) {
        return Finding.certain(
                place,
                "older runs stored " + stored + ", and `@FormerNames` does not say what is now " + quoted(now),
                "remove the former names that meant something else.");
    }

    /** A field that is gone, and that may be all in which two elements of a set differ. */
    static Finding toldApart(Block owner, Line field) {
        return Finding.certain(
                Place.of(owner),
                "field `" + field.name() + "` of `" + TypeNames.simple(owner.rawName())
                        + "` is gone, but elements of a set, or keys of a map, may differ in nothing else",
                "keep the field.");
    }

    /** Two constants or subtypes that are one now, in a set. */
    static Finding merged(Block owner, String one, String other) {
        return Finding.certain(
                Place.of(owner),
                quoted(List.of(TypeNames.simple(one), TypeNames.simple(other))) + " of `"
                        + TypeNames.simple(owner.rawName())
                        + "` became one, but a set, or the keys of a map, may have both",
                "keep both.");
    }

    static Finding noConstant(Block owner, String name) {
        return Finding.certain(
                Place.of(owner),
                "constant `" + name + "` of `" + TypeNames.simple(owner.rawName())
                        + "` is gone, but older runs may have stored it",
                "keep it or, if it was renamed, write `@FormerNames(\"" + name
                        + "\")` on the constant that it is now.");
    }

    static Finding noSubtype(Block owner, String name) {
        return Finding.certain(
                Place.of(owner),
                "`" + TypeNames.simple(name) + "` is no longer a subtype of `" + TypeNames.simple(owner.rawName())
                        + "`, but older runs may have stored it",
                "keep it or, if it was renamed, write `@FormerNames(\"" + name + "\")` on the class that it is now.");
    }

    static Finding noLongerHeld(Place place, String name) {
        return Finding.certain(
                place,
                place.text() + " may have been stored with a `" + TypeNames.simple(name)
                        + "`, which its `Object` may no longer hold",
                "name it in `@Flow(types = ...)` or, if it was renamed, write `@FormerNames(\"" + name
                        + "\")` on the class that it is now.");
    }

    /** A new field beside one that is gone, and that it could be. */
    static Finding maybeRenamed(Block owner, Line field, List<String> resembling) {
        String renamed = resembling.stream()
                .map(name -> "`@FormerNames(\"" + name + "\")`")
                .collect(Collectors.joining(" or "));
        return Finding.certain(
                Place.of(owner, field),
                Place.of(owner, field).text() + " is new, but older runs stored " + quoted(resembling)
                        + ", which no field reads now",
                "if it was renamed, write " + renamed + " on it; if it is new, " + fallback(field) + ".");
    }

    private static String fallback(Line field) {
        return TypeNames.isPrimitive(field.typed().toString()) ? "`@Default(\"..\")`" : "`@Default`";
    }

    /** A new primitive. */
    static Finding noValue(Block owner, Line field) {
        return Finding.certain(
                Place.of(owner, field),
                Place.of(owner, field).text() + " is new, but older runs did not store it, and a missing `"
                        + field.typed() + "` has no default",
                "write `@Default(\"..\")` on it.");
    }

    /** A new primitive of which it is not seen whether the class gives it a value. */
    static Finding unknownValue(Block owner, Line field) {
        return new Finding(
                Place.of(owner, field),
                false,
                Place.of(owner, field).text()
                        + " is new, and Cairn cannot see whether its initial value is "
                        + (field.typed().toString().equals("boolean") ? "false" : "0"),
                "",
                "write `@Default` on it if older runs have the initial value, otherwise `@Default(\"..\")`.");
    }

    /** A default that was taken back. */
    static Finding noDefault(Block owner, Line field) {
        return Finding.certain(
                Place.of(owner, field),
                Place.of(owner, field).text() + " no longer has `@Default`, but the oldest runs may not have stored it",
                "put `@Default` back.");
    }

    /** A former name that was taken back. */
    static Finding noFormerName(Place place, String name) {
        return Finding.certain(
                place,
                place.text() + " no longer has the former name `" + name + "`, under which older runs stored it",
                "put `\"" + name + "\"` back into its `@FormerNames`.");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
    }
}
