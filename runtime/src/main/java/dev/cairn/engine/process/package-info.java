/** Other virtual machines in which tasks run: how they are started, what is said to them, and how they die. */
@NullMarked
package dev.cairn.engine.process;

import org.jspecify.annotations.NullMarked;
