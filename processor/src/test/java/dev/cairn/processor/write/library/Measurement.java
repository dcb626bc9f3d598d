package dev.cairn.processor.write.library;

import dev.cairn.FormerNames;
import java.util.List;

/** A record that flows of tests know from its class file only. */
public record Measurement(@FormerNames("value") double result, List<Unit> units) {}
