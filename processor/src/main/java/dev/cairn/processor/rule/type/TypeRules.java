package dev.cairn.processor.rule.type;

import dev.cairn.processor.rule.common.Rule;
import java.util.List;

/** What must hold of the types of artifacts, and of what annotations say of their values. */
public final class TypeRules {
    /** The rules, in the order in which they are asked. */
    public static final List<Rule> ALL = List.of(
            new UnknownArtifactRule(),
            new NotIterableRule(),
            new SwitchRule(),
            new ArtifactFieldRule(),
            new UnstorableTypeRule(),
            new FormerNameRule(),
            new DefaultValueRule(),
            new CredentialRule(),
            new SecretTransitionRule(),
            new ParameterTypeRule(),
            new ItemTypeRule());

    private TypeRules() {}
}
