/** The engine that runs tasks on threads of this process. */
@NullMarked
package dev.cairn.engine.local;

import org.jspecify.annotations.NullMarked;
