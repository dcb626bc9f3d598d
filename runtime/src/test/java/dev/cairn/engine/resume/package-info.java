/** What decides over the reuse of tasks, part by part. */
package dev.cairn.engine.resume;
