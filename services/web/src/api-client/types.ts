/** Who is signed in. */
export interface User {
  id: string;
  name: string;
  email: string;
}

export interface Task {
  id: number;
  title: string;
  description: string;
  completed: boolean;
  priority: 'low' | 'medium' | 'high';
  /** A day, without time or zone. */
  due_date: string | null;
  /** A moment. */
  due_at: string | null;
  tags: string[];
  created_at: string;
  updated_at: string;
}

export interface Conversation {
  id: number;
  title: string;
  created_at: string;
  updated_at: string;
}

/** What the event stream tells. */
export type UserEvent =
  | { type: 'task.created' | 'task.updated' | 'task.deleted' | 'task.restored'; task: Task }
  | {
      type: 'conversation.created' | 'conversation.updated' | 'conversation.deleted';
      conversation: Conversation;
    };
