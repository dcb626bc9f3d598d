/**
 * Tests of flows. {@link dev.cairn.testing.CairnTest} gives a test a datastore in memory and builders that use it; {@link
 * dev.cairn.testing.TestTask} is the context of a step that is called by hand; {@link dev.cairn.testing.CairnAssertions} says what a run
 * should have left; {@link dev.cairn.testing.Replay} runs a stored task once more.
 */
@NullMarked
package dev.cairn.testing;

import org.jspecify.annotations.NullMarked;
