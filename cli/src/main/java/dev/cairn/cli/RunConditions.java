package dev.cairn.cli;

import dev.cairn.client.RunFilter;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Suggestions;
import dev.cairn.view.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which runs to list. */
final class RunConditions {
    private static final String TAG = "--tag";
    private static final String STATUS = "--status";
    private static final String SINCE = "--since";
    private static final String UNTIL = "--until";
    private static final String PARAMETER = "--parameter";

    private static final List<RunStatus> STATUSES = Arrays.stream(RunStatus.values())
            .filter(status -> status != RunStatus.IMPORTING)
            .toList();

    private RunConditions() {}

    static void add(CommandSpec command) {
        command.addOption(
                Options.values(TAG, "<tag>", "only runs with this tag; may be given several times: all must match"));
        command.addOption(Options.value(STATUS, "<status>", "only runs that are " + oneOf(words())).toBuilder()
                .completionCandidates(words())
                .build());
        command.addOption(Options.value(
                SINCE, "<time>", "only runs that started then or later: a date, a time, or an age such as `7d`"));
        command.addOption(Options.value(UNTIL, "<time>", "only runs that started before"));
        command.addOption(Options.values(
                PARAMETER,
                "<name>=<value>",
                "only runs whose parameter has this value; may be given several times: all must match"));
    }

    private static List<String> words() {
        return STATUSES.stream()
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String oneOf(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }

    /**
     * What was given.
     *
     * @param definition the flow, if its runs alone are listed and its code is at hand
     * @throws UsageException if something is wrong
     */
    static RunFilter of(ParseResult parsed, Surroundings surroundings, Optional<FlowDefinition<?>> definition) {
        RunFilter filter = RunFilter.all();
        for (String tag : Options.list(parsed, TAG)) {
            filter = filter.tag(tag);
        }
        String status = Options.find(parsed, STATUS);
        if (status != null) {
            filter = filter.status(status(status));
        }
        String since = Options.find(parsed, SINCE);
        if (since != null) {
            filter = filter.startedFrom(Times.parse(SINCE, since, surroundings.clock()));
        }
        String until = Options.find(parsed, UNTIL);
        if (until != null) {
            filter = filter.startedBefore(Times.parse(UNTIL, until, surroundings.clock()));
        }
        for (String condition : Options.list(parsed, PARAMETER)) {
            filter = withParameter(filter, condition, definition);
        }
        return filter;
    }

    /** What was given, in words that follow "run"; the empty string if nothing was. */
    static String text(ParseResult parsed) {
        List<String> parts = new ArrayList<>();
        add(parts, "with tag", Options.list(parsed, TAG));
        add(parts, "with status", Options.find(parsed, STATUS));
        add(parts, "since", Options.find(parsed, SINCE));
        add(parts, "until", Options.find(parsed, UNTIL));
        add(parts, "with parameter", Options.list(parsed, PARAMETER));
        return parts.isEmpty() ? "" : " " + String.join(" ", parts);
    }

    private static void add(List<String> parts, String what, @Nullable String value) {
        add(parts, what, value == null ? List.of() : List.of(value));
    }

    private static void add(List<String> parts, String what, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(what + " "
                    + String.join(
                            ", ", values.stream().map(each -> "`" + each + "`").toList()));
        }
    }

    private static RunStatus status(String word) {
        int index = words().indexOf(word);
        if (index < 0) {
            throw new UsageException(STATUS + " must be " + oneOf(words()) + ", but is `" + word + "`."
                    + Suggestions.didYouMean(word, words()));
        }
        return STATUSES.get(index);
    }

    private static RunFilter withParameter(RunFilter filter, String condition, Optional<FlowDefinition<?>> definition) {
        int end = condition.indexOf('=');
        if (end < 1) {
            throw new UsageException(
                    PARAMETER + " must be a name and a value, such as `seed=1`, but is `" + condition + "`.");
        }
        String name = condition.substring(0, end);
        String text = condition.substring(end + 1);
        if (definition.isEmpty()) {
            return filter.parameter(name, tree(text));
        }
        ArtifactDefinition parameter = parameter(definition.get(), name);
        return filter.parameter(parameter.name(), ParameterText.parse(parameter, text));
    }

    private static ArtifactDefinition parameter(FlowDefinition<?> definition, String name) {
        List<ArtifactDefinition> parameters = definition.parameters();
        ArtifactDefinition parameter = parameters.stream()
                .filter(each -> each.option().equals(name) || each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("flow " + definition.name() + " has no parameter `" + name + "`."
                        + Suggestions.didYouMean(
                                name,
                                parameters.stream()
                                        .map(ArtifactDefinition::option)
                                        .toList())));
        if (parameter.secret()) {
            throw new UsageException("parameter `" + name + "` is secret: its values are not stored, so runs cannot be"
                    + " found by them.");
        }
        return parameter;
    }

    /** Without the code, what looks like JSON is, and all else is a text. */
    private static Tree tree(String text) {
        try {
            return JsonText.parse(text);
        } catch (IllegalArgumentException e) {
            return Tree.of(text);
        }
    }
}
