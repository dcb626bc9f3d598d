package dev.cairn.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the classes that {@code @Opaque} allows by their binary names: a name that is wrong would be found out only by a value. */
final class AllowedNames {
    /** Compilers see of the JDK only what is public if they compile for an older one. */
    private static final Pattern OF_PLATFORM = Pattern.compile("(java|javax|jdk|sun)\\..*");

    /** Of anonymous and local classes, compilers have no elements. */
    private static final Pattern LOCAL = Pattern.compile("(.+?)\\$\\d.*");

    private final Elements elements;
    private final Reach reach;

    AllowedNames(Elements elements, Reach reach) {
        this.elements = elements;
        this.reach = reach;
    }

    /** What is wrong with a name; empty if nothing is, or nobody can know. */
    Optional<Refusal> refusal(String name) {
        if (!isBinaryName(name)) {
            return Optional.of(Refusal.malformedName(name));
        }
        boolean ofSource =
                named(name).filter(type -> !binaryName(type).equals(name)).isPresent();
        boolean isUnseen = OF_PLATFORM.matcher(name).matches() && !ofSource;
        if (isUnseen || find(LOCAL.matcher(name).replaceFirst("$1")).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Refusal.unknownName(name, meant(name)));
    }

    private static boolean isBinaryName(String name) {
        return Stream.of(name.split("\\.", -1)).allMatch(SourceVersion::isIdentifier);
    }

    /** The class of a binary name. A dollar sign may be a part of a simple name. */
    private Optional<TypeElement> find(String name) {
        for (int end = name.indexOf('$'); end >= 0; end = name.indexOf('$', end + 1)) {
            Optional<TypeElement> nested = named(name.substring(0, end)).flatMap(outer -> nested(outer, name));
            if (nested.isPresent()) {
                return nested;
            }
        }
        return named(name).filter(type -> binaryName(type).equals(name));
    }

    private Optional<TypeElement> nested(TypeElement outer, String name) {
        if (binaryName(outer).equals(name)) {
            return Optional.of(outer);
        }
        return ElementFilter.typesIn(outer.getEnclosedElements()).stream()
                .filter(type -> name.equals(binaryName(type)) || name.startsWith(binaryName(type) + "$"))
                .flatMap(type -> nested(type, name).stream())
                .findFirst();
    }

    /** The class of a name as in source; also one of a package that its module does not export. */
    private Optional<TypeElement> named(String canonicalName) {
        return reach.find(canonicalName).or(() -> Optional.ofNullable(elements.getTypeElement(canonicalName)));
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    /** The binary names that may be meant: of the class that has the name in source, or of all that its outer class has. */
    private List<String> meant(String name) {
        Optional<TypeElement> ofSource = named(name);
        if (ofSource.isPresent()) {
            return List.of(binaryName(ofSource.get()));
        }
        int end = name.lastIndexOf('$');
        return Optional.of(name.substring(0, Math.max(0, end))).flatMap(this::find).stream()
                .flatMap(outer -> ElementFilter.typesIn(outer.getEnclosedElements()).stream())
                .map(this::binaryName)
                .sorted()
                .toList();
    }
}
