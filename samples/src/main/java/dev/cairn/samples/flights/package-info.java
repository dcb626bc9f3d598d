/** Two questions about flights, asked side by side: where and when do they start late, and is it the distance? */
package dev.cairn.samples.flights;
