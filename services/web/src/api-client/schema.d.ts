// Generated from docs/openapi.json by `npm run openapi`.
export interface paths {
    "/api/{user_id}/access-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The access tokens; those that are over stay listed for 30 days */
        get: operations["listAccessTokens"];
        put?: never;
        /** Make an access token for another program, such as an MCP client */
        post: operations["createAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/access-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an access token */
        delete: operations["revokeAccessToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message and get the answer, as JSON or as a stream */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/chat/{conversation_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the running turn; what was said so far is kept */
        post: operations["stopTurn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/chat/{conversation_id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resume the running turn's stream from its beginning */
        get: operations["resumeStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/chat/{conversation_id}/turns/{turn_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject what a turn asks for, once; the answer goes on as JSON or as a stream
         * @description A plain “yes” or “no” as the next message of the conversation does the same. Any other message lets the request lapse.
         */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The conversations, the last used first; with `q` those that hold its words
         * @description At most 1000 at once; one that is used while the pages are read moves to the first.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation with its messages
         * @description Of a long one the newest 1000 messages, in their order; the next page holds those before them.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /** Delete a conversation with its messages */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        /** Rename a conversation */
        patch: operations["renameConversation"];
        trace?: never;
    };
    "/api/{user_id}/conversations/{conversation_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A conversation as a file: Markdown to read, or JSON */
        get: operations["exportConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the account with everything in it, at once and for good */
        post: operations["deleteAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow task and conversation changes as they happen, from any replica
         * @description Events are named `task` or `conversation`; their ids count per user. A stream that breaks is resumed with the `Last-Event-ID` header, which browsers send by themselves. Where what followed that event is kept no longer (seven days), the first event is `reset`: what the client knows is out of date, and it reads its lists again. A client that does not read is cut off after half a minute, and resumes. A person may have 20 streams open on each api process (`EVENT_STREAMS_PER_PERSON`): one is enough for a client.
         */
        get: operations["followEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that the user has as JSON, or the tasks as a table */
        get: operations["exportEverything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add what an export or a table of tasks holds, under new numbers: all of it, or nothing
         * @description The JSON of an export, or CSV whose first row names columns of the exported table (`title` must be among them). At most 10000 tasks, 2000 conversations and 20000 messages. Nothing that is there is changed; the profile is not read.
         */
        post: operations["importEverything"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the password; every other session ends */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name, email, language and time zone */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name, the language or the time zone */
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/api/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the account is signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End every session but the one that asks */
        delete: operations["revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description Its cookie and the tokens made of it are refused from now on, and its open streams end.
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks */
        get: operations["listTasks"];
        put?: never;
        /** Add a task */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a task */
        get: operations["getTask"];
        /** Replace a task: what is not given is emptied */
        put: operations["replaceTask"];
        post?: never;
        /** Move a task to the trash, where it stays for 30 days; its subtasks go with it */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /** Change a task: what is not given stays */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/api/{user_id}/tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Complete or reopen a task; without a body it toggles
         * @description The open subtasks of a task that is completed are completed with it. Completing a recurring task makes the next one, whose number is in the header Next-Task; reopening it takes that one back while nobody has touched it.
         */
        patch: operations["completeTask"];
        trace?: never;
    };
    "/api/{user_id}/tasks/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a task back from the trash, with the subtasks that went there with it */
        post: operations["restoreTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/tasks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do the same to up to 500 tasks: to all of them, or to none */
        post: operations["changeTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{user_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what was last done to tasks, by any client, within a day
         * @description Called again, it takes back what was done before that.
         */
        post: operations["undoLastChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/get-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The session and its account; null when signed out */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail with a link to choose a new password
         * @description The answer is the same whether or not an account has the address.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password with the token of the mail
         * @description Ends every session and every access token of the account.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-up/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account and sign in */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A bearer token for the session's user, valid for 15 minutes */
        get: operations["getToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document, to read and try */
        get: operations["readDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives; touches no database */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can answer requests */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to the MCP server
         * @description Streamable HTTP without sessions: any replica answers any request. Name both `application/json` and `text/event-stream` in `Accept`. The user is always the token’s. Read-only tokens see only the tools that change nothing.
         */
        post: operations["callMcp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessToken: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            /** @description Numbered per user from 1 */
            id: number;
            /**
             * Format: date-time
             * @description To the minute; null when never
             */
            last_used_at: string | null;
            name: string;
            scopes: ("read" | "write")[];
        };
        Account: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            emailVerified: boolean;
            id: string;
            image?: string | null;
            name: string;
            timeZone?: string | null;
            /** Format: date-time */
            updatedAt: string;
        } & {
            [key: string]: unknown;
        };
        AccountDeletion: {
            /**
             * Format: password
             * @example correct horse battery
             */
            password: string;
        };
        ApprovalDecision: {
            /** @description One for each call that was asked about, with the signature it came with */
            approvals: {
                approved: boolean;
                id: string;
                signature: string;
            }[];
        };
        BulkChange: {
            /**
             * @description What to do with every one of the tasks
             * @enum {string}
             */
            action: "complete" | "reopen" | "delete" | "restore" | "change";
            /**
             * @description With `change`: tags that every task shall have
             * @example [
             *       "home"
             *     ]
             */
            add_tags?: string[];
            /** @description With `change`: the fields to set in every task; null clears a date */
            changes?: {
                description?: string;
                /**
                 * Format: date-time
                 * @description The moment it is due; excludes due_date
                 * @example 2030-01-31T18:00:00.000Z
                 */
                due_at?: string | null;
                /**
                 * Format: date
                 * @description The day it is due; excludes due_at
                 * @example 2030-01-31
                 */
                due_date?: string | null;
                /**
                 * @description The task that this one is a part of; that one is a part of none
                 * @example 3
                 */
                parent_id?: number | null;
                /** @enum {string} */
                priority?: "low" | "medium" | "high";
                /**
                 * @description How it recurs: an RRULE value of RFC 5545 without DTSTART, daily at the most. Completing the task makes the next one. Without a due date it is first due on the first such day from today on
                 * @example FREQ=WEEKLY;BYDAY=MO
                 */
                recurrence?: string | null;
            };
            /**
             * @description The numbers of the tasks; the answer keeps their order
             * @example [
             *       3,
             *       5
             *     ]
             */
            ids: number[];
            /**
             * @description With `change`: tags that no task shall have
             * @example [
             *       "home"
             *     ]
             */
            remove_tags?: string[];
        };
        BulkResult: {
            tasks: components["schemas"]["Task"][];
        };
        ChatAnswer: {
            /** @description What is done only after a yes: a “yes” as the next message, or a decision */
            approval?: {
                calls: {
                    arguments: {
                        [key: string]: unknown;
                    };
                    id: string;
                    signature: string;
                    /** @description Of the task that the call is about */
                    title: string;
                    tool: string;
                }[];
                /** Format: date-time */
                expires_at: string;
                turn_id: number;
            };
            conversation_id: number;
            /** @example Added “Buy groceries” as task #1. */
            response: string;
            tool_calls: {
                arguments: {
                    [key: string]: unknown;
                };
                result?: unknown;
                tool: string;
            }[];
        };
        ChatRequest: {
            /** @description Left out: a new conversation begins */
            conversation_id?: number | null;
            /** @example Add a task to buy groceries */
            message: string;
            /** @description The `turn_id` (in the metadata of an answer) whose message this one takes the place of: it and all that followed leave the conversation. What answers among them have changed stays changed; those stay, with `replaced` in their metadata. The same words again are refused with 409 while such changes stand. */
            replaces_turn?: number;
        };
        Completion: {
            completed?: boolean;
        };
        Conversation: {
            /** Format: date-time */
            created_at: string;
            /** @description Numbered per user from 1 */
            id: number;
            /** @description From its first message, until it is renamed */
            title: string;
            /**
             * Format: date-time
             * @description When something was last said in it
             */
            updated_at: string;
        };
        ConversationChanges: {
            /** @example Groceries */
            title: string;
        };
        ConversationWithMessages: components["schemas"]["Conversation"] & {
            messages: ({
                id: string;
                metadata?: {
                    [key: string]: unknown;
                };
                parts: ({
                    type: string;
                } & {
                    [key: string]: unknown;
                })[];
                /** @enum {string} */
                role: "user" | "assistant";
            } & {
                [key: string]: unknown;
            })[];
        };
        CreatedAccessToken: components["schemas"]["AccessToken"] & {
            /** @description Shown this once; only its hash is kept */
            token: string;
        };
        Export: {
            account: components["schemas"]["Profile"];
            conversations: {
                /** Format: date-time */
                created_at: string;
                id: number;
                messages: {
                    /** Format: date-time */
                    created_at: string;
                    id: string;
                    metadata?: {
                        [key: string]: unknown;
                    };
                    /** @description As the AI SDK has the parts of a UI message */
                    parts: ({
                        type: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                    /** @enum {string} */
                    role: "user" | "assistant" | "system";
                }[];
                title: string;
                /** Format: date-time */
                updated_at: string;
            }[];
            /** Format: date-time */
            exported_at: string;
            /** @enum {string} */
            format: "todo-chatbot";
            /** @description All of them, those in the trash as well */
            tasks: components["schemas"]["ExportedTask"][];
            /** @enum {number} */
            version: 1;
        };
        ExportedTask: components["schemas"]["Task"] & {
            /**
             * Format: date-time
             * @description Since when it lies in the trash
             */
            deleted_at: string | null;
            /** @description The task that completing this one of a recurring task has made */
            next_id: number | null;
        };
        Imported: {
            conversations: number;
            /** @description The number of the first new task; the others follow in the order of the file */
            first_task_id: number | null;
            messages: number;
            /** @description How many were added */
            tasks: number;
            /** @description How many of them to the trash */
            trashed: number;
        };
        /**
         * @description A JSON-RPC 2.0 result or error
         * @example {
         *       "jsonrpc": "2.0",
         *       "id": 1,
         *       "result": {
         *         "content": [
         *           {
         *             "type": "text",
         *             "text": "Added task 3: Buy groceries."
         *           }
         *         ],
         *         "structuredContent": {
         *           "task_id": 3,
         *           "status": "created",
         *           "title": "Buy groceries"
         *         }
         *       }
         *     }
         */
        McpAnswer: {
            error?: {
                code: number;
                message: string;
            } & {
                [key: string]: unknown;
            };
            id: string | number | null;
            /** @enum {string} */
            jsonrpc: "2.0";
            result?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description A JSON-RPC 2.0 request or notification */
        McpMessage: {
            /**
             * @description Absent in notifications
             * @example 1
             */
            id?: string | number;
            /** @enum {string} */
            jsonrpc: "2.0";
            /** @example tools/call */
            method: string;
            /**
             * @example {
             *       "name": "add_task",
             *       "arguments": {
             *         "title": "Buy groceries"
             *       }
             *     }
             */
            params?: {
                [key: string]: unknown;
            };
        };
        MessageStreamEvent: {
            /**
             * @description A chunk of the AI SDK’s UI message stream, version 1; at last `[DONE]`
             * @example {"type":"text-delta","id":"1","delta":"Added"}
             */
            data: string;
        };
        NewAccessToken: {
            /** @default 90 */
            expires_in_days?: number;
            /** @example Claude Desktop */
            name: string;
            /**
             * @description Without `write` the token changes nothing
             * @default [
             *       "read",
             *       "write"
             *     ]
             * @example [
             *       "read"
             *     ]
             */
            scopes?: ("read" | "write")[];
        };
        NewTask: {
            description?: string;
            /**
             * Format: date-time
             * @description The moment it is due; excludes due_date
             * @example 2030-01-31T18:00:00.000Z
             */
            due_at?: string | null;
            /**
             * Format: date
             * @description The day it is due; excludes due_at
             * @example 2030-01-31
             */
            due_date?: string | null;
            /**
             * @description The task that this one is a part of; that one is a part of none
             * @example 3
             */
            parent_id?: number | null;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            /**
             * @description How it recurs: an RRULE value of RFC 5545 without DTSTART, daily at the most. Completing the task makes the next one. Without a due date it is first due on the first such day from today on
             * @example FREQ=WEEKLY;BYDAY=MO
             */
            recurrence?: string | null;
            /**
             * @example [
             *       "home"
             *     ]
             */
            tags?: string[];
            /**
             * @description What is to be done
             * @example Buy groceries
             */
            title: string;
        };
        PasswordChange: {
            /**
             * Format: password
             * @example correct horse battery
             */
            current_password: string;
            /**
             * Format: password
             * @example correct horse battery
             */
            new_password: string;
            /**
             * @description Ends the access tokens of other programs too
             * @default false
             */
            revoke_access_tokens?: boolean;
        };
        PasswordReset: {
            /**
             * Format: password
             * @example correct horse battery
             */
            newPassword: string;
            /** @description From the link in the mail, after `#token=` */
            token: string;
        };
        PasswordResetRequest: {
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
        };
        /** @description An error as RFC 9457 describes it */
        Problem: {
            /** @description What is wrong with this very request */
            detail?: string;
            /** @description Every wrong field, when fields are what is wrong */
            errors?: {
                /**
                 * @description The part of the request; absent: the body
                 * @enum {string}
                 */
                in?: "query" | "header" | "cookie";
                /** @description What it must be */
                message: string;
                /** @description Names within it, joined by dots; empty: the whole */
                path: string;
            }[];
            status: number;
            /** @description The kind of problem in words */
            title: string;
            /**
             * Format: uri
             * @description The kind of problem, for programs to go by: `about:blank` means no more than the status, else it is `urn:todo-chatbot:problem:` and one of
             *
             *     - `invalid-input`: Fields, headers or parameters are wrong: `errors` names each
             *     - `body-not-json`: The body is not JSON, or not sent as application/json
             *     - `body-not-utf8`: The body holds bytes that are not UTF-8
             *     - `body-compressed`: The body has a Content-Encoding
             *     - `body-too-large`: The body has more bytes than this route takes
             *     - `unauthorized`: No token or session, or one that is not valid: `WWW-Authenticate` says which
             *     - `not-yours`: The path names another user than the one who calls
             *     - `insufficient-scope`: The access token may read and not write
             *     - `sign-in-required`: Only the signed-in person may do this, no access token
             *     - `foreign-origin`: The page of another site asks
             *     - `sign-in-failed`: The email or the password is wrong
             *     - `account-exists`: The email has an account already
             *     - `account-refused`: What was asked of an account is refused: `code` says why
             *     - `wrong-password`: The password is not the one of the account
             *     - `reset-token-invalid`: The token of a password reset was used, is too old, or was made up
             *     - `mail-not-set-up`: This installation sends no mail
             *     - `too-many-requests`: A limit is reached: `Retry-After` says for how long
             *     - `too-many-event-streams`: The person has as many event streams open here as they may have
             *     - `too-many-access-tokens`: The account has as many access tokens as it may have
             *     - `access-token-not-found`: The account has no such access token
             *     - `session-not-found`: The account has no such session
             *     - `task-not-found`: There is no such task; it may lie in the trash
             *     - `task-changed`: The task is no longer as `If-Match` names it
             *     - `idempotency-key-reused`: The Idempotency-Key was used for another request
             *     - `nothing-to-undo`: No change is left that could be taken back
             *     - `another-change-since`: The last change was another one than the one to take back
             *     - `changed-since`: What the last change left was changed again since
             *     - `imports-busy`: Other imports are under way: nothing was imported
             *     - `conversation-not-found`: There is no such conversation
             *     - `conversation-busy`: The message before is still being answered
             *     - `turn-not-found`: The conversation has no such turn any more
             *     - `answer-changed-tasks`: Asked again, the same message could change tasks twice
             *     - `answer-pending`: The answer is still being written: the conversation will hold it
             *     - `approval-not-found`: The turn asked for no approval
             *     - `approval-decided`: It has been decided on already
             *     - `approval-expired`: It can no longer be approved
             *     - `approval-invalid`: The decisions are not on the calls that were asked about
             *     - `starting`: The service is about to be ready
             *     - `database-away`: The database cannot be reached for the moment: nothing was changed
             * @example urn:todo-chatbot:problem:invalid-input
             */
            type: string;
        } & {
            [key: string]: unknown;
        };
        Profile: {
            /** Format: date-time */
            created_at: string;
            /** @description Not changeable here */
            email: string;
            /**
             * @description Of mails, and of the page where it follows; null follows the device
             * @example ur
             * @enum {string|null}
             */
            language: "en" | "ur" | null;
            name: string;
            /**
             * @description Chosen, or last seen of a device
             * @example Asia/Karachi
             */
            time_zone: string | null;
            /** @description Whether the person chose it: the `Time-Zone` of a request then replaces it no longer */
            time_zone_chosen: boolean;
        };
        ProfileChanges: {
            /**
             * @description Of mails, and of the page where it follows; null follows the device
             * @example ur
             * @enum {string|null}
             */
            language?: "en" | "ur" | null;
            /** @example Ada */
            name?: string;
            /**
             * @description null follows the device again
             * @example Asia/Karachi
             */
            time_zone?: string | null;
        };
        ServerSentEvent: {
            /** @description A UserEvent as JSON */
            data?: string;
            /** @enum {string} */
            event?: "task" | "conversation" | "reset";
            /**
             * @description Counts per user
             * @example 7
             */
            id?: string;
        };
        Session: {
            /** @description Where it was signed in from, as far as the service can see */
            address: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description The one that asks */
            current: boolean;
            device: {
                /** @example Firefox */
                browser: string | null;
                /** @enum {string} */
                kind: "desktop" | "mobile" | "tablet" | "other";
                /** @example Windows */
                system: string | null;
            };
            /**
             * Format: date-time
             * @description Moves on while the session is in use
             */
            expires_at: string;
            id: string;
            /**
             * Format: date-time
             * @description To the minute
             */
            last_seen_at: string;
        };
        SignIn: {
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
            /**
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /**
             * @description With `false` the cookie ends with the browser
             * @default true
             */
            rememberMe?: boolean;
        };
        SignUp: {
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
            /**
             * @description Shown to the person alone
             * @example Ada
             */
            name: string;
            /**
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /**
             * @description With `false` the cookie ends with the browser
             * @default true
             */
            rememberMe?: boolean;
        };
        Task: {
            completed: boolean;
            /** Format: date-time */
            created_at: string;
            description: string;
            /** Format: date-time */
            due_at: string | null;
            /** Format: date */
            due_date: string | null;
            /**
             * @description Numbered per user from 1
             * @example 3
             */
            id: number;
            /** @description The task that this one is a part of */
            parent_id: number | null;
            /** @enum {string} */
            priority: "low" | "medium" | "high";
            /**
             * @description How it recurs: an RRULE value of RFC 5545 without DTSTART
             * @example FREQ=WEEKLY;BYDAY=MO
             */
            recurrence: string | null;
            tags: string[];
            /** @example Buy groceries */
            title: string;
            /** Format: date-time */
            updated_at: string;
        };
        TaskChanges: {
            completed?: boolean;
            description?: string;
            /**
             * Format: date-time
             * @description The moment it is due; excludes due_date
             * @example 2030-01-31T18:00:00.000Z
             */
            due_at?: string | null;
            /**
             * Format: date
             * @description The day it is due; excludes due_at
             * @example 2030-01-31
             */
            due_date?: string | null;
            /**
             * @description The task that this one is a part of; that one is a part of none
             * @example 3
             */
            parent_id?: number | null;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            /**
             * @description How it recurs: an RRULE value of RFC 5545 without DTSTART, daily at the most. Completing the task makes the next one. Without a due date it is first due on the first such day from today on
             * @example FREQ=WEEKLY;BYDAY=MO
             */
            recurrence?: string | null;
            /**
             * @example [
             *       "home"
             *     ]
             */
            tags?: string[];
            /**
             * @description What is to be done
             * @example Buy groceries
             */
            title?: string;
        };
        TaskReplacement: {
            completed?: boolean;
            description?: string;
            /**
             * Format: date-time
             * @description The moment it is due; excludes due_date
             * @example 2030-01-31T18:00:00.000Z
             */
            due_at?: string | null;
            /**
             * Format: date
             * @description The day it is due; excludes due_at
             * @example 2030-01-31
             */
            due_date?: string | null;
            /**
             * @description The task that this one is a part of; that one is a part of none
             * @example 3
             */
            parent_id?: number | null;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            /**
             * @description How it recurs: an RRULE value of RFC 5545 without DTSTART, daily at the most. Completing the task makes the next one. Without a due date it is first due on the first such day from today on
             * @example FREQ=WEEKLY;BYDAY=MO
             */
            recurrence?: string | null;
            /**
             * @example [
             *       "home"
             *     ]
             */
            tags?: string[];
            /**
             * @description What is to be done
             * @example Buy groceries
             */
            title: string;
        };
        Token: {
            token: string;
        };
        Undone: {
            /**
             * @description What was taken back
             * @enum {string}
             */
            action: "create" | "change" | "complete" | "reopen" | "delete" | "restore" | "import";
            /**
             * Format: date-time
             * @description When it had been done
             */
            changed_at: string;
            /** @description Every task that it had touched, as it is now */
            tasks: components["schemas"]["Task"][];
            /** @description Those of them that lie in the trash now, e.g. one whose adding was taken back */
            trashed: number[];
        };
        UndoRequest: {
            /** @description Only if the last change was to this task, among others; otherwise 409 */
            task_id?: number;
        };
        /** @description A change; or `reset`: changes were missed that are kept no longer, so read the lists again */
        UserEvent: {
            task: components["schemas"]["Task"];
            /** @enum {string} */
            type: "task.created" | "task.updated" | "task.deleted" | "task.restored";
        } | {
            conversation: components["schemas"]["Conversation"];
            /** @enum {string} */
            type: "conversation.created" | "conversation.updated" | "conversation.deleted";
        } | {
            /** @enum {string} */
            type: "reset";
        };
    };
    responses: never;
    parameters: {
        /**
         * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
         * @example Asia/Karachi
         */
        "Time-Zone": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description What is left of the limit that the answer counts towards, and after how many seconds it is whole again
         * @example "sign-in";r=9;t=240
         */
        RateLimit: string;
        /**
         * @description That limit: how many within how many seconds
         * @example "sign-in";q=10;w=300
         */
        "RateLimit-Policy": string;
        /**
         * @description After how many seconds to try again
         * @example 1
         */
        "Retry-After": number;
        /**
         * @description How to be let in (RFC 6750)
         * @example Bearer realm="todo", error="invalid_token"
         */
        "WWW-Authenticate": string;
        /**
         * @description Names this request in the log: the caller’s own X-Request-Id when it is letters, digits, `-` and `_`
         * @example 0b0e9f0c-6d6b-4bb6-9c93-5f1d2f8c9a41
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccessTokens: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"][];
                };
            };
        };
    };
    createAccessToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccessToken"];
            };
        };
        responses: {
            /** @description The token, told this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedAccessToken"];
                };
            };
        };
    };
    revokeAccessToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is worth nothing from now on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatRequest"];
            };
        };
        responses: {
            /** @description The answer; as a stream with `Accept: text/event-stream` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatAnswer"];
                    "text/event-stream": components["schemas"]["MessageStreamEvent"];
                };
            };
        };
    };
    stopTurn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                conversation_id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It ends, or none was running */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    resumeStream: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                conversation_id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The turn as an AI SDK UI message stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["MessageStreamEvent"];
                };
            };
            /** @description No turn is running */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    decideApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                conversation_id: number;
                turn_id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDecision"];
            };
        };
        responses: {
            /** @description The answer; as a stream with `Accept: text/event-stream` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatAnswer"];
                    "text/event-stream": components["schemas"]["MessageStreamEvent"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description From the Link header of the page before */
                cursor?: string;
                limit?: number;
                /** @description Words in the title or in messages; the 50 last used that hold them all, without further pages */
                q?: string;
            };
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["Conversation"] & {
                        /** @description With `q`: where the words stand; null when only the title holds them */
                        excerpt?: string | null;
                    })[];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: {
                /** @description From the Link header of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                conversation_id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWithMessages"];
                };
            };
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                conversation_id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    renameConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                conversation_id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationChanges"];
            };
        };
        responses: {
            /** @description The conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
        };
    };
    exportConversation: {
        parameters: {
            query?: {
                format?: "markdown" | "json";
            };
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                conversation_id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWithMessages"];
                    "text/markdown": string;
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDeletion"];
            };
        };
        responses: {
            /** @description Nothing is left; the session cookie is taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    followEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last event that was seen */
                "Last-Event-ID"?: number;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events, each of this form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ServerSentEvent"];
                };
            };
        };
    };
    exportEverything: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tasks with the trash, conversations and the profile; as CSV (RFC 4180, UTF-8 with a byte order mark) the tasks alone. A cell that a spreadsheet would run as a formula begins with an apostrophe */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                    "text/csv": string;
                };
            };
        };
    };
    importEverything: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Export"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description What was added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The new one counts from now on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChanges"];
            };
        };
        responses: {
            /** @description The profile as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                session_id: string;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description From the Link header of the page before */
                cursor?: string;
                limit?: number;
                /** @description Only the subtasks of that task; `none` for the tasks that are a part of no other */
                parent_id?: "none" | number;
                priority?: "low" | "medium" | "high";
                /** @description Words in the title, description or tags, whatever their case and accents. When nothing holds them all, a word that none of the tasks holds is taken for those that are spelled almost so, in searches of ten words at the most */
                q?: string;
                /** @description `id` when left out; `relevance` needs `q` and puts what fits best first */
                sort?: "id" | "-id" | "created_at" | "-created_at" | "updated_at" | "-updated_at" | "title" | "-title" | "due" | "-due" | "priority" | "-priority" | "relevance";
                status?: "all" | "pending" | "completed" | "trashed";
                tag?: string;
            };
            header?: {
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"][];
                };
            };
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description The new task */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen: 304 when the task is still the same */
                "If-None-Match"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description As If-None-Match names it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    replaceTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /** @description The ETag last seen: the change is refused (412) when the task has moved on */
                "If-Match"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskReplacement"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /** @description The ETag last seen: the change is refused (412) when the task has moved on */
                "If-Match"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is in the trash */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /** @description The ETag last seen: the change is refused (412) when the task has moved on */
                "If-Match"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChanges"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /** @description The ETag last seen: the change is refused (412) when the task has moved on */
                "If-Match"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Completion"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    restoreTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /** @description The ETag last seen: the change is refused (412) when the task has moved on */
                "If-Match"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                id: number;
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    changeTasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkChange"];
            };
        };
        responses: {
            /** @description Each task as it is now, in the order of `ids` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
        };
    };
    undoLastChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any unique text: the same key with the same request answers again, and does nothing twice */
                "Idempotency-Key"?: string;
                /**
                 * @description The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.
                 * @example Asia/Karachi
                 */
                "Time-Zone"?: components["parameters"]["Time-Zone"];
            };
            path: {
                /** @description The caller's own id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UndoRequest"];
            };
        };
        responses: {
            /** @description What was taken back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        session: {
                            id: string;
                        } & {
                            [key: string]: unknown;
                        };
                        user: components["schemas"]["Account"];
                    } | null;
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message?: string;
                        /** @enum {boolean} */
                        status: true;
                    };
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message?: string;
                        /** @enum {boolean} */
                        status: true;
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in; the session cookie is set. `token` is the session, not a bearer token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string | null;
                        user: components["schemas"]["Account"];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description Signed in; the session cookie is set. `token` is the session, not a bearer token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string | null;
                        user: components["schemas"]["Account"];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
        };
    };
    readDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        version: string;
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            /** @enum {string} */
                            database: "ok" | "unreachable";
                            /** @enum {string} */
                            migrations: "ok" | "pending";
                            /** @enum {string} */
                            process: "ok" | "draining";
                        };
                        /** @enum {string} */
                        status: "ok";
                        version: string;
                    };
                };
            };
        };
    };
    callMcp: {
        parameters: {
            query?: never;
            header?: {
                /** @description As it was agreed on when the client began */
                "MCP-Protocol-Version"?: "2025-11-25" | "2025-06-18" | "2025-03-26" | "2024-11-05" | "2024-10-07";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpMessage"];
            };
        };
        responses: {
            /** @description The answer to a request; an error of the protocol or of a tool is one too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpAnswer"];
                };
            };
            /** @description A notification was taken */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
}
