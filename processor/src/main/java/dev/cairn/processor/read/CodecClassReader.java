package dev.cairn.processor.read;

import dev.cairn.processor.report.ElementPosition;
import dev.cairn.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the codecs that flows name for types, and those that announce themselves, and says which of them cannot be meant so. */
public final class CodecClassReader {
    private static final String ID = "codec-class";

    private final Elements elements;
    private final CompilerTypes types;
    private final ToIntFunction<TypeElement> numbers;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();

    /**
     * A codec that is announced.
     *
     * @param file the file that announces it, below the root of the jar
     * @param codec its canonical name
     * @param element its class
     */
    public record Announcement(String file, String codec, TypeElement element) {}

    /**
     * Codecs of one round.
     *
     * @param numbers how many classes stand before one
     */
    public CodecClassReader(Elements elements, Types types, ToIntFunction<TypeElement> numbers) {
        this.elements = elements;
        this.types = new CompilerTypes(elements, types);
        this.numbers = numbers;
    }

    /** The file that announces a codec for a class, by its binary name. */
    public static String file(String binaryName) {
        return "cairn/codec/for/" + binaryName;
    }

    /** What is wrong, in no order. */
    public List<Problem> problems() {
        return problems;
    }

    /** The sound ones that announce themselves. */
    public List<Announcement> announcements() {
        return announcements;
    }

    /** Reads what {@code @Flow(codecs)} names. */
    public void readFlow(TypeElement flow) {
        Positions positions = new Positions(numbers.applyAsInt(flow), flow);
        Optional<Annotation> annotation = Annotation.find(elements, positions, flow, "dev.cairn.Flow");
        Map<String, String> stored = new HashMap<>();
        annotation.ifPresent(found -> found.types("codecs").forEach(given -> {
            if (types.isUnresolved(given.value())) {
                return; // the compiler reports it
            }
            String where = "`" + JavaTypes.of(given.value()) + "` in `@Flow(codecs)`";
            ElementPosition position = (ElementPosition) given.position();
            Optional<DeclaredType> value = value(given.value(), where, "name it with `@Codec` on the field.", position);
            if (value.isEmpty()) {
                return;
            }
            TypeElement codec = (TypeElement) ((DeclaredType) given.value()).asElement();
            String name = CompilerTypes.nestedName(codec);
            String other = stored.putIfAbsent(value.get().toString(), name);
            if (other != null) {
                add(
                        position,
                        where + " stores `" + JavaTypes.of(value.get()) + "`, as `" + other + "` does",
                        "keep one of them here, and name the other one with `@Codec` on the fields for which it is meant.");
            }
        }));
    }

    /** Reads classes with {@code @AnnouncedCodec}. */
    public void readAnnounced(Set<? extends Element> codecs) {
        Map<String, String> announced = new HashMap<>();
        for (TypeElement codec : ElementFilter.typesIn(codecs)) {
            ElementPosition position = new Positions(numbers.applyAsInt(codec), codec).of(codec);
            String name = CompilerTypes.nestedName(codec);
            String where = "`" + name + "` has `@AnnouncedCodec`, but it";
            Optional<DeclaredType> value =
                    value(codec.asType(), where, "announce only codecs of a class or interface.", position);
            if (value.isEmpty()) {
                continue;
            }
            if (!isPublic(codec)) {
                add(
                        position,
                        where + " cannot be created by other packages",
                        "make it a public class with a public no-argument constructor; if it is nested, also static and in a public class.");
                continue;
            }
            String file = file(elements.getBinaryName((TypeElement) value.get().asElement())
                    .toString());
            String other = announced.putIfAbsent(file, name);
            if (other != null) {
                add(
                        position,
                        where + " stores `" + JavaTypes.of(value.get()) + "`, for which `" + other + "` is announced",
                        "announce one of them.");
            } else {
                announcements.add(
                        new Announcement(file, codec.getQualifiedName().toString(), codec));
            }
        }
    }

    /** The class whose values a codec stores; empty if it stores no class, which is a problem. */
    private Optional<DeclaredType> value(TypeMirror codec, String where, String otherwise, ElementPosition position) {
        Optional<TypeMirror> value = codec.getKind() == TypeKind.DECLARED
                ? TypeCodecs.value(types, (TypeElement) ((DeclaredType) codec).asElement())
                : Optional.empty();
        if (value.isEmpty()) {
            add(
                    position,
                    where + " is not a codec",
                    "let it extend `dev.cairn.codec.ConverterCodec` or `dev.cairn.codec.CustomCodec`.");
            return Optional.empty();
        } else if (value.get().getKind() != TypeKind.DECLARED) {
            add(position, where + " stores `" + JavaTypes.of(value.get()) + "`, which is not a class", otherwise);
            return Optional.empty();
        }
        TypeElement element = (TypeElement) ((DeclaredType) codec).asElement();
        TypePattern pattern = new TypePattern(types.types());
        pattern.matches(value.get(), value.get());
        Optional<TypeParameterElement> undetermined = pattern.undetermined(element);
        undetermined.ifPresent(parameter -> add(
                position,
                where + " has a type parameter `" + parameter.getSimpleName()
                        + "` that does not occur in the type that it stores",
                "write a concrete type in its place."));
        return undetermined.isPresent() ? Optional.empty() : value.map(DeclaredType.class::cast);
    }

    private static boolean isPublic(TypeElement codec) {
        for (Element element = codec; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (!element.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return !CompilerTypes.isInner(codec)
                && !codec.getModifiers().contains(Modifier.ABSTRACT)
                && ElementFilter.constructorsIn(codec.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty()
                                && constructor.getThrownTypes().isEmpty()
                                && constructor.getModifiers().contains(Modifier.PUBLIC));
    }

    private void add(ElementPosition position, String headline, String fix) {
        problems.add(Problem.error(ID, position, headline).fix(fix));
    }
}
