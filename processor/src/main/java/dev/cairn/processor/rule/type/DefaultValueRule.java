package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.model.StoredPaths;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of {@code @Default} is a value of the type. */
final class DefaultValueRule implements SourceRule {
    static final String ID = "default-value";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        DefaultTexts texts = new DefaultTexts(source.flow().definitions());
        List<Problem> problems = new ArrayList<>();
        for (StoredPaths.Found found : StoredPaths.of(source.flow())) {
            if (found.definition() instanceof Struct struct) {
                for (Field field : struct.fields()) {
                    String name = String.join(".", struct.type().name().simpleNames()) + "." + field.name();
                    check(struct, field, name, texts).ifPresent(problem -> problems.add(problem.at(found)));
                }
            }
        }
        return problems;
    }

    private record Found(String headline, String fix) {
        Problem at(StoredPaths.Found found) {
            return Problem.error(ID, found.artifact().position(), headline)
                    .detail("path", found.path())
                    .fix(fix);
        }
    }

    private static Optional<Found> check(Struct struct, Field field, String name, DefaultTexts texts) {
        if (field.fallback().isEmpty()) {
            return Optional.empty();
        }
        String on = " on " + Text.quoted(name);
        String type = Text.quoted(field.type().toString());
        Optional<String> text = field.fallback().get().text();
        if (text.isEmpty()) {
            // What the constructor does not take is left as the class makes it.
            boolean nothing = field.type() instanceof JavaType.Primitive
                    && struct.constructor().fields().contains(field.name());
            return nothing
                    ? Optional.of(new Found(
                            "`@Default`" + on + " gives no value, but `" + field.type() + "` needs one",
                            "write one, as in `@Default(\"" + example(field.type()) + "\")`."))
                    : Optional.empty();
        } else if (Erroneous.is(text.get())) {
            return Optional.empty();
        }
        String annotation = "`@Default(\"" + text.get() + "\")`";
        if (!texts.has(field.stored())) {
            return Optional.of(new Found(
                    annotation + on + " cannot be used, because a value of type " + type + " cannot be read from text",
                    "leave the value out: the field then has its initial value, or null."));
        } else if (!texts.isReadable(field.stored(), text.get())) {
            return Optional.of(new Found(
                    annotation + on + " is not a value of type " + type,
                    "write it as a parameter of this type is written on the command line."));
        }
        return Optional.empty();
    }

    private static String example(JavaType type) {
        return switch (type.toString()) {
            case "boolean" -> "false";
            case "char" -> "?";
            default -> "0";
        };
    }
}
