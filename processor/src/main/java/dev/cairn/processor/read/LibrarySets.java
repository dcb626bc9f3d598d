package dev.cairn.processor.read;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The sets of codecs for libraries that Cairn has: who stores a type of such a library without the set should hear of it. */
final class LibrarySets {
    /** A set, by the packages of the library; with a codec that it has. */
    private static final Map<String, Named> SETS = Map.of(
            "com.google.common.",
            new Named("cairn-codec-guava", "dev.cairn.codec.guava.ImmutableListCodec"),
            "org.apache.commons.math3.",
            new Named("cairn-codec-commons-math", "dev.cairn.codec.commonsmath.RealMatrixCodec"));

    private final Elements elements;

    LibrarySets(Elements elements) {
        this.elements = elements;
    }

    private record Named(String artifact, String codec) {}

    /** The refusals of a type, mended by a set if there is one that is not at hand. */
    List<Refusal> advised(TypeElement type, List<Refusal> refusals) {
        String name = type.getQualifiedName().toString();
        return SETS.entrySet().stream()
                .filter(set -> name.startsWith(set.getKey()))
                .map(Map.Entry::getValue)
                .filter(set -> elements.getTypeElement(set.codec()) == null)
                .findFirst()
                .map(set -> refusals.stream()
                        .map(refusal -> new Refusal(
                                refusal.reason(),
                                "add `dev.cairn:" + set.artifact()
                                        + "` to the dependencies, if it has a codec for this type, or "
                                        + Refusal.CODEC))
                        .toList())
                .orElse(refusals);
    }
}
